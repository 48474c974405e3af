import type { Side, Visibility } from "#core/actor"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { addDays, startOfDayIn } from "#core/time"
import { partnershipNameOf } from "#modules/partnerships"
import { userNameOf } from "#modules/workspaces"
import { behind, pageOf, parseSort } from "#platform/cursor"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

type Filter = Readonly<{
  limit: number
  sort: string
  after?: string | undefined
  kind?: string | undefined
  subject?: Id | undefined
  partnership?: Id | undefined
  actor?: string | undefined
  from?: PlainDate | undefined
  to?: PlainDate | undefined
}>

export type EventRow = Readonly<{
  id: Id
  kind: string
  subjectType: string
  subjectId: Id
  subjectName: string | null
  partnershipId: Id | null
  partnershipName: string | null
  partyId: Id
  side: Side
  visibility: Visibility
  actorKind: "member" | "partner-user" | "system"
  actorId: string | null
  actorName: string | null
  source: string
  occurredAt: string
  recordedAt: string
  payload: Record<string, unknown>
}>

/** A page of the ledger; the page's rows first, the names beside them. */
export const listEvents = async (tx: WorkspaceTx, filter: Filter) => {
  const { db, actor } = tx
  const { descending } = parseSort(filter.sort)
  const direction = descending ? "desc" : "asc"
  const page = pick(tx, filter, descending)
    .orderBy("e.recordedAt", direction)
    .orderBy("e.id", direction)
    .limit(filter.limit + 1)
  const rows = await db
    .with("e", () => page)
    .selectFrom("e")
    .select([
      "e.id",
      "e.kind",
      "e.subjectType",
      "e.subjectId",
      "e.partnershipId",
      "e.partyId",
      "e.side",
      "e.visibility",
    ])
    .select(["e.actorKind", "e.actorId", "e.source", "e.occurredAt", "e.recordedAt", "e.payload"])
    .select([
      sql<string | null>`coalesce(e.payload ->> 'name', e.payload ->> 'title')`.as("subjectName"),
      partnershipNameOf(actor.workspaceId, "e.partnershipId").as("partnershipName"),
      userNameOf(actor.workspaceId, "e.actorId").as("actorName"),
    ])
    .orderBy("e.recordedAt", direction)
    .orderBy("e.id", direction)
    .execute()
  return pageOf(rows as EventRow[], filter.limit, ({ recordedAt }) => recordedAt)
}

const pick = ({ db, actor }: WorkspaceTx, filter: Filter, descending: boolean) => {
  let query = db.selectFrom("event as e").selectAll("e").where("e.workspaceId", "=", actor.workspaceId)
  if (filter.kind !== undefined) query = query.where("e.kind", "=", filter.kind)
  if (filter.subject !== undefined) query = query.where("e.subjectId", "=", filter.subject)
  if (filter.partnership !== undefined) query = query.where("e.partnershipId", "=", filter.partnership)
  if (filter.actor !== undefined) query = query.where("e.actorId", "=", filter.actor)
  if (filter.from !== undefined) query = query.where("e.recordedAt", ">=", startOfDayIn(actor.timeZone, filter.from))
  if (filter.to !== undefined)
    query = query.where("e.recordedAt", "<", startOfDayIn(actor.timeZone, addDays(filter.to, 1)))
  const { after } = filter
  if (after === undefined) return query
  return query.where(({ ref }) =>
    behind({ by: "recordedAt", column: ref("e.recordedAt"), id: ref("e.id"), descending, after }),
  )
}
