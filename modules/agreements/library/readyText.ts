import type { Say } from "#platform/texts"
import type { PartnershipType } from "#rules/partnerships"
import type { AgreementText, TermKind } from "../rules.ts"
import { spokenClause } from "./spokenClause.ts"
import { startOf } from "./starts.ts"
import { spokenTerms } from "./terms.ts"

export type ReadyText = Readonly<{
  text: AgreementText
  /** Terms that the text names and for which there is no suggestion: nothing is agreed until somebody says them. */
  asked: readonly TermKind[]
  /** That it is a start to be read by a lawyer. */
  note: string
}>

/** The whole text with which an agreement of this type starts; each clause has the key that it has in every agreement. */
export const readyText = (type: PartnershipType, say: Say): ReadyText => {
  const { text, asked } = startOf(type)
  return {
    text: { clauses: text.map((entry) => spokenClause(entry, say)), terms: spokenTerms(type, say) },
    asked,
    note: say("clauses:library.note"),
  }
}
