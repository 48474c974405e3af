import type { Side } from "#core/actor"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { addDays, startOfDayIn } from "#core/time"
import { decodeCursor, pageOf } from "#platform/cursor"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

type Filter = Readonly<{
  limit: number
  after?: string | undefined
  kind?: string | undefined
  person?: string | undefined
  from?: PlainDate | undefined
  to?: PlainDate | undefined
}>

export type SecurityRow = Readonly<{
  id: Id
  kind: string
  userId: string | null
  name: string | null
  side: Side
  address: string | null
  device: string | null
  at: string
  subjectName: string | null
}>

/** A page of what happened at the doors to the workspace's people, and of what the ledger has of such kinds. */
export const listSecurityEvents = async (
  { db, actor }: WorkspaceTx,
  ledgerKinds: readonly string[],
  { limit, after, kind, person, from, to }: Filter,
) => {
  const [beforeAt, beforeId] = after === undefined ? [null, null] : decodeCursor(after, "recordedAt")
  const start = from === undefined ? null : startOfDayIn(actor.timeZone, from)
  const end = to === undefined ? null : startOfDayIn(actor.timeZone, addDays(to, 1))
  const { rows } = await sql<SecurityRow>`
    select id, kind, user_id as "userId", name, side, address, device, at, subject_name as "subjectName"
    from security_events(${actor.workspaceId}, ${ledgerKinds}::text[], ${kind ?? null}::text, ${person ?? null}::text, ${start}::timestamptz,
      ${end}::timestamptz, ${beforeAt}::timestamptz, ${beforeId}::uuid, ${limit + 1}::integer)`.execute(db)
  return pageOf([...rows], limit, ({ at }) => at)
}
