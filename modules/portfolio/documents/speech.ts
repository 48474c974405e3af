import type { Desk } from "#modules/documents"
import { sentenceOf, wordsOf } from "#rules/drift"
import type { Drift } from "./partnershipFacts.ts"

/** The drift engine's clauses and levels in the words of a document. */
export const speechOf = ({ say, format, today }: Desk, { currency, companies }: Drift) => {
  const speech = {
    ...{ say, format, today, currency },
    companyOf: (partyId: string | null) => companies.find(({ id }) => id === partyId)?.name,
  }
  return { ...sentenceOf(speech), ...wordsOf(speech) }
}
