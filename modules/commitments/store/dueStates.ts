import type { Side, System } from "#core/actor"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { isLiveIn } from "#modules/partnerships"
import { sql } from "#platform/database"
import type { Tx } from "#platform/tx"
import { becomesDueIn, becomesMissedIn, lapsesOnIn } from "../facts.ts"

/** An occurrence that the calendar has just moved. */
export type DueStateChange = Readonly<{
  id: Id
  commitmentId: Id
  partnershipId: Id
  /** Who owes it. */
  partyId: Id
  owedBy: Side
  dueOn: PlainDate
  title: string
}>

/** Whatever window has opened by that day is due. Rows another worker holds are left to it. */
export const openWindows = async (
  { db, actor }: Tx<System>,
  today: PlainDate,
  limit: number,
): Promise<DueStateChange[]> => {
  const { rows } = await sql<DueStateChange>`
    with batch as (
      select o.id, c.title from occurrence o
        join commitment c on c.workspace_id = o.workspace_id and c.id = o.commitment_id
        join partnership p on p.workspace_id = o.workspace_id and p.id = o.partnership_id and ${isLiveIn("p")}
      where o.workspace_id = ${actor.workspaceId} and ${becomesDueIn("o", today)}
      limit ${limit} for update of o skip locked)
    update occurrence o set state = 'due', version = version + 1 from batch
      where o.workspace_id = ${actor.workspaceId} and o.id = batch.id
      returning o.id, o.commitment_id, o.partnership_id, o.party_id, o.owed_by, o.due_on, batch.title`.execute(db)
  return rows
}

/** Whatever window has closed before that day, with nobody having said that it was kept, is missed. */
export const closeWindows = async (
  { db, actor, now }: Tx<System>,
  today: PlainDate,
  limit: number,
): Promise<DueStateChange[]> => {
  const { rows } = await sql<DueStateChange>`
    with batch as (
      select o.id, c.title from occurrence o
        join commitment c on c.workspace_id = o.workspace_id and c.id = o.commitment_id
      where o.workspace_id = ${actor.workspaceId} and ${becomesMissedIn("o", today)}
      limit ${limit} for update of o skip locked)
    update occurrence o set state = 'missed', closed_on = ${lapsesOnIn("o")}, recorded_at = ${now}, version = version + 1 from batch
      where o.workspace_id = ${actor.workspaceId} and o.id = batch.id
      returning o.id, o.commitment_id, o.partnership_id, o.party_id, o.owed_by, o.due_on, batch.title`.execute(db)
  return rows
}
