import type { Id } from "#core/ids"
import { accessChanged } from "#platform/access"
import { type CompanyRows, ledgerCompanyRows } from "#platform/companyRows"
import type { MovedRows } from "#platform/moveCompanyRows"
import type { ActPlatform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import { partnershipChangedCompany } from "./events.ts"

type Company = Readonly<{ id: Id; name: string }>

/** Where rows name a company: what each module says, and the ledger. */
export const companyRowsOf = ({ contributed }: Pick<ActPlatform, "contributed">): readonly CompanyRows[] => [
  ...contributed.companyRows,
  ledgerCompanyRows,
]

/** Waits for what people of these companies are writing, and has everybody ask anew who they are: in one order whoever asks. */
export const holdAccess = async (tx: WorkspaceTx, companies: readonly Id[]): Promise<void> => {
  for (const id of companies.toSorted()) await accessChanged(tx, id)
}

/** The partnerships among what was moved. */
export const partnershipsIn = (moves: readonly MovedRows[]): readonly Id[] => [
  ...new Set(
    moves.flatMap(({ table, ids }) => (table === "partnership" || table === "partnership_party" ? [...ids] : [])),
  ),
]

/** Says in the history of each partnership with whom it was until now. */
export const tellPartnerships = (
  tx: WorkspaceTx,
  merger: Id,
  partnerships: readonly Id[],
  from: Company,
  to: Company,
): Promise<void> =>
  tx.recordBatch(
    partnershipChangedCompany,
    partnerships.map((id) => ({
      ...{ subjectId: id, partnershipId: id },
      payload: { merger, from: bare(from), to: bare(to) },
    })),
  )

export const bare = ({ id, name }: Company): Company => ({ id, name })

/** How many rows of each table. */
export const countsOf = (moves: readonly Readonly<{ table: string; ids: readonly Id[] }>[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { table, ids } of moves) if (ids.length > 0) counts[table] = (counts[table] ?? 0) + ids.length
  return counts
}

export const askerOf = ({ actor }: WorkspaceTx): string | null => ("userId" in actor && actor.userId) || null
