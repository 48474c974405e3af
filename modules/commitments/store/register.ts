import type { Side } from "#core/actor"
import type { Id } from "#core/ids"
import { pageIn, parseSort } from "#platform/cursor"
import type { WorkspaceTx } from "#platform/tx"
import { isOverdueIn } from "../facts.ts"
import type { OccurrenceState } from "../rules.ts"
import { type Closed, occurrencesWithTitles } from "./occurrence.ts"

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
export const listOccurrences = (tx: WorkspaceTx, filter: Filter) => {
  let query = occurrencesWithTitles(tx)
  if (filter.side !== undefined) query = query.where("occurrence.owedBy", "=", filter.side)
  if (filter.state !== undefined) query = query.where("occurrence.state", "=", filter.state)
  if (filter.partnership !== undefined) query = query.where("occurrence.partnershipId", "=", filter.partnership)
  if (filter.whose === "mine" && tx.actor.kind === "member")
    query = query.where("partnership.ownerId", "=", tx.actor.memberId)
  if (filter.overdue === true) query = query.where(isOverdueIn("occurrence", tx.today))
  const { limit, after, sort } = filter
  const order = { by: "occurrence.dueOn", id: "occurrence.id", descending: parseSort(sort).descending }
  return pageIn(query.$narrowType<Closed>(), { ...order, limit, after })
}
