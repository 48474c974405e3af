import { partyOf, type Side } from "#core/actor"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { isLiveIn } from "#modules/partnerships"
import { pageIn, parseSort } from "#platform/cursor"
import { anyOf } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { isOldMissIn, isOverdueIn, isPendingIn } from "../facts.ts"
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
  older?: boolean | undefined
  pending?: boolean | undefined
  owing?: "own" | "across" | undefined
  from?: PlainDate | undefined
  to?: PlainDate | undefined
  text?: string | undefined
}>

/** What stands in a pattern for itself. */
const literally = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)

/**
 * The register of promises in order of due date; each filter by side or state is served by an index that ends in (due_on, id).
 * A company's few partnerships are named, so that its promises are not looked for among everybody's.
 */
export const listOccurrences = (tx: WorkspaceTx, filter: Filter) => {
  const { actor, today } = tx
  let query = occurrencesWithTitles(tx)
  if (actor.kind === "partner-user") query = query.where("occurrence.partnershipId", "=", anyOf(actor.partnershipIds))
  if (filter.owing === "own") query = query.where("occurrence.partyId", "=", partyOf(actor))
  if (filter.owing === "across")
    query = query.where("occurrence.owedBy", "=", actor.side === "host" ? "partner" : "host")
  if (filter.from !== undefined) query = query.where("occurrence.dueOn", ">=", filter.from)
  if (filter.to !== undefined) query = query.where("occurrence.dueOn", "<=", filter.to)
  if (filter.text !== undefined) query = query.where("commitment.title", "ilike", `%${literally(filter.text)}%`)
  if (filter.side !== undefined) query = query.where("occurrence.owedBy", "=", filter.side)
  if (filter.state !== undefined) query = query.where("occurrence.state", "=", filter.state)
  if (filter.partnership !== undefined) query = query.where("occurrence.partnershipId", "=", filter.partnership)
  if (filter.whose === "mine" && actor.kind === "member")
    query = query.where("partnership.ownerId", "=", actor.memberId)
  if (filter.overdue === true) query = query.where(isOverdueIn("occurrence", today))
  if (filter.older === true) query = query.where(isOldMissIn("occurrence", today)).where(isLiveIn("partnership"))
  if (filter.pending === true) query = query.where(isPendingIn("occurrence", today))
  const { limit, after, sort } = filter
  const order = { by: "occurrence.dueOn", id: "occurrence.id", descending: parseSort(sort).descending }
  return pageIn(query.$narrowType<Closed>(), { ...order, limit, after })
}
