import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { sql } from "#platform/database"
import { tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { OccurrenceState } from "../rules.ts"
import { type OccurrenceRow, occurrencesWithTitles, typedOccurrence } from "./occurrence.ts"

const clocked = tableOf<{ state: OccurrenceState }>()("occurrence", ["id"], { made: ["recordedAt", "madeAt"] })

/** The occurrence that a clock made. */
export const occurrenceOfClock = async (tx: WorkspaceTx, clockId: Id): Promise<OccurrenceRow | undefined> => {
  const row = await occurrencesWithTitles(tx).where("occurrence.clockId", "=", clockId).executeTakeFirst()
  return row && typedOccurrence(row)
}

type Made = Readonly<{
  id: Id
  commitmentId: Id
  partnershipId: Id
  partyId: Id
  clockId: Id
  dueOn: PlainDate
  state: OccurrenceState
  closedOn: PlainDate | null
}>

/** The promise is held by whoever inserts, so that two do not take one number. */
export const insertClocked = async (tx: WorkspaceTx, made: Made): Promise<OccurrenceRow> => {
  const firstDueOn = await nextNumber(tx, made.commitmentId)
  await clocked.insert(tx, { ...made, firstDueOn, windowDays: 0 })
  const row = await occurrencesWithTitles(tx).where("occurrence.id", "=", made.id).executeTakeFirstOrThrow()
  return typedOccurrence(row)
}

/** Days by a rhythm are kept apart by their day; where a clock makes them they are only counted. */
const nextNumber = async (tx: WorkspaceTx, commitmentId: Id): Promise<PlainDate> => {
  const { workspaceId } = tx.actor
  await sql`select from commitment where workspace_id = ${workspaceId} and id = ${commitmentId} for update`.execute(
    tx.db,
  )
  const { rows } = await sql<{
    next: PlainDate
  }>`select coalesce(max(first_due_on) + 1, '0001-01-01'::date) as next from occurrence
    where workspace_id = ${workspaceId} and commitment_id = ${commitmentId}`.execute(tx.db)
  return rows[0]?.next ?? "0001-01-01"
}
