import { partyOf } from "#core/actor"
import type { Id } from "#core/ids"
import { pageIn, parseSort } from "#platform/cursor"
import type { WorkspaceTx } from "#platform/tx"
import { isOverdueIn } from "../facts.ts"
import { named } from "./task.ts"

type Filter = Readonly<{
  limit: number
  after?: string | undefined
  sort: "sortOn" | "-sortOn"
  whose: "mine" | "party" | "all"
  state: "open" | "closed" | "all"
  partnership?: Id | undefined
  subjectKind?: string | undefined
  subjectId?: Id | undefined
  overdue?: boolean | undefined
}>

/** Tasks in order of their day; each filter is served by an index that ends in (sort_on, id). */
export const listTasks = (tx: WorkspaceTx, filter: Filter) => {
  const { actor, today } = tx
  let query = named(tx)
  if (filter.whose === "mine") query = query.where("ownerId", "=", actor.userId ?? "")
  if (filter.whose === "party") query = query.where("partyId", "=", partyOf(actor))
  if (filter.state === "open") query = query.where("state", "=", "open")
  if (filter.state === "closed") query = query.where("state", "<>", "open")
  if (filter.partnership !== undefined) query = query.where("partnershipId", "=", filter.partnership)
  if (filter.subjectKind !== undefined) query = query.where("subjectKind", "=", filter.subjectKind)
  if (filter.subjectId !== undefined) query = query.where("subjectId", "=", filter.subjectId)
  if (filter.overdue === true) query = query.where(isOverdueIn("task", actor.workspaceId, today))
  const { limit, after, sort } = filter
  return pageIn(query, { by: "task.sortOn", id: "task.id", descending: parseSort(sort).descending, limit, after })
}
