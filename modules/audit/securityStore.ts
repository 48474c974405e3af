import type { Side } from "#core/actor"
import type { Id } from "#core/ids"
import { ofNoteFrom } from "#core/refusalsOfNote"
import type { PlainDate } from "#core/time"
import { addDays, startOfDayIn } from "#core/time"
import { decodeCursor, pageOf } from "#platform/cursor"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"

type Filter = Readonly<{
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
  times: number
  lastAt: string
  asked: string[]
}>

const spanOf = ({ actor }: WorkspaceTx, { from, to }: Filter) => ({
  start: from === undefined ? null : startOfDayIn(actor.timeZone, from),
  end: to === undefined ? null : startOfDayIn(actor.timeZone, addDays(to, 1)),
})

/** A page of what happened at the doors to the workspace's people, and of what the ledger has of such kinds. */
export const listSecurityEvents = async (
  tx: WorkspaceTx,
  ledgerKinds: readonly string[],
  { limit, after, ...filter }: Filter & Readonly<{ limit: number; after?: string | undefined }>,
) => {
  const { db, actor } = tx
  const { kind, person } = filter
  const [beforeAt, beforeId] = after === undefined ? [null, null] : decodeCursor(after, "recordedAt")
  const { start, end } = spanOf(tx, filter)
  const { rows } = await sql<SecurityRow>`
    select id, kind, user_id as "userId", name, side, address, device, at, subject_name as "subjectName", times,
      last_at as "lastAt", asked
    from security_lines(${actor.workspaceId}, ${ledgerKinds}::text[], ${JSON.stringify(ofNoteFrom)}::jsonb, ${kind ?? null}::text, ${person ?? null}::text, ${start}::timestamptz,
      ${end}::timestamptz, ${beforeAt}::timestamptz, ${beforeId}::uuid, ${limit + 1}::integer)`.execute(db)
  return pageOf([...rows], limit, ({ at }) => at)
}

export type SecurityDay = Readonly<{ on: PlainDate; refused: number; other: number }>

/** How many there were on each day that had any, among the latest `most` rows. */
export const securityDays = async (
  tx: WorkspaceTx,
  kinds: Readonly<{ ledger: readonly string[]; refused: readonly string[] }>,
  filter: Filter,
  most: number,
): Promise<readonly SecurityDay[]> => {
  const { db, actor } = tx
  const { start, end } = spanOf(tx, filter)
  const { rows } = await sql<SecurityDay>`
    select on_day::text as "on", refused::int as refused, other::int as other
    from security_line_days(${actor.workspaceId}, ${actor.timeZone}, ${kinds.refused}::text[], ${kinds.ledger}::text[],
      ${JSON.stringify(ofNoteFrom)}::jsonb, ${filter.kind ?? null}::text,
      ${filter.person ?? null}::text, ${start}::timestamptz, ${end}::timestamptz, ${most}::integer)`.execute(db)
  return rows
}
