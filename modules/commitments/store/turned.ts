import type { Side, System } from "#core/actor"
import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"
import { addDays } from "#core/time"
import { sql } from "#platform/database"
import type { Tx } from "#platform/tx"

type TurnedPromise = Readonly<{
  id: Id
  commitmentId: Id
  partnershipId: Id
  title: string
  owedBy: Side
  dueOn: PlainDate
}>

/** The promises that turned due, or missed, in one moment and still are. A turn older than so many days is left out. */
export const turnedAt = async (
  { db, actor, today }: Tx<System>,
  turn: "due" | "missed",
  recordedAt: Instant,
  withinDays: number,
): Promise<readonly TurnedPromise[]> => {
  const kind = turn === "due" ? "commitment.became_due" : "commitment.missed"
  const day = turn === "due" ? sql`o.due_on - o.window_days` : sql`o.closed_on + 1`
  const { rows } = await sql<TurnedPromise>`
    select o.id, o.commitment_id, o.partnership_id, c.title, o.owed_by, o.due_on
    from event e
      join occurrence o on o.workspace_id = ${actor.workspaceId} and o.id = e.subject_id
      join commitment c on c.workspace_id = ${actor.workspaceId} and c.id = o.commitment_id
    where e.workspace_id = ${actor.workspaceId} and e.kind = ${kind} and e.recorded_at = ${recordedAt}
      and o.state = ${turn} and ${day} >= ${addDays(today, -withinDays)}::date`.execute(db)
  return rows
}
