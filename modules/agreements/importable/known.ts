import type { Id } from "#core/ids"
import { field } from "#core/importable/field"
import type { PlainDate } from "#core/time"
import type { ImportContext, RowError } from "#platform/importable"
import { allAgreements } from "../store.ts"

type Agreement = Readonly<{
  id: Id
  partnershipId: Id
  title: string
  startsOn: PlainDate
  endsOn: PlainDate | null
  externalId: string | null
}>
export type Agreements = Awaited<ReturnType<typeof openAgreements>>

/** The column that names the agreement in files of what belongs to one. */
export const agreementField = field(
  "agreement",
  "Agreement title",
  "text",
  "contract, agreement, contract title, contract name, vertrag, vertragstitel, vereinbarung, contrat, accord, titre du contrat, contrato, acuerdo",
)

/** The agreements there are, and those that the file brings. */
export const openAgreements = async ({ tx }: Pick<ImportContext, "tx">) => {
  const byPartnership = new Map<Id, Agreement[]>()
  const add = (agreement: Agreement): void => {
    const list = byPartnership.get(agreement.partnershipId)
    if (list) list.push(agreement)
    else byPartnership.set(agreement.partnershipId, [agreement])
  }
  for (const agreement of await allAgreements(tx)) add(agreement)
  return { add, of: (partnershipId: Id): readonly Agreement[] => byPartnership.get(partnershipId) ?? [] }
}

/** The agreement of that title; without a title the only one there is. */
export const agreementOf = (
  agreements: Agreements,
  partnershipId: Id,
  title: string | undefined,
): Agreement | RowError => {
  const all = agreements.of(partnershipId)
  const found = title === undefined ? all : all.filter((each) => sameTitle(each, title))
  const [only] = found
  if (!only) return { field: agreementField.key, reason: "agreement-unknown" }
  return found.length === 1 ? only : { field: agreementField.key, reason: "agreement-ambiguous" }
}

export const sameTitle = (agreement: Pick<Agreement, "title">, title: string): boolean =>
  agreement.title.trim().toLowerCase() === title.trim().toLowerCase()
