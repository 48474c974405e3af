import type { Side } from "#core/actor"
import type { Id } from "#core/ids"
import { behind, pageOf, parseSort } from "#platform/cursor"
import type { WorkspaceTx } from "#platform/tx"
import { isOverdueIn } from "../facts.ts"
import type { OccurrenceState } from "../rules.ts"
import { occurrencesWithTitles, typedOccurrence } from "./occurrence.ts"

type Filter = Readonly<{
  limit: number
  after?: string | undefined
  sort: string
  side?: Side | undefined
  state?: OccurrenceState | undefined
  partnership?: Id | undefined
  whose: "all" | "mine"
  overdue?: boolean | undefined
}>

/** The register of promises in order of due date; each filter is served by an index that ends in (due_on, id). */
export const listOccurrences = async (tx: WorkspaceTx, filter: Filter) => {
  const { after } = filter
  const { descending } = parseSort(filter.sort)
  let query = occurrencesWithTitles(tx)
  if (filter.side !== undefined) query = query.where("occurrence.owedBy", "=", filter.side)
  if (filter.state !== undefined) query = query.where("occurrence.state", "=", filter.state)
  if (filter.partnership !== undefined) query = query.where("occurrence.partnershipId", "=", filter.partnership)
  if (filter.whose === "mine" && tx.actor.kind === "member")
    query = query.where("partnership.ownerId", "=", tx.actor.memberId)
  if (filter.overdue === true) query = query.where(isOverdueIn("occurrence", tx.today))
  if (after !== undefined)
    query = query.where(({ ref }) =>
      behind({ column: ref("occurrence.dueOn"), id: ref("occurrence.id"), descending, after }),
    )
  const direction = descending ? "desc" : "asc"
  const rows = await query
    .orderBy("occurrence.dueOn", direction)
    .orderBy("occurrence.id", direction)
    .limit(filter.limit + 1)
    .execute()
  return pageOf(rows.map(typedOccurrence), filter.limit, ({ dueOn }) => dueOn)
}
