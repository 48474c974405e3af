import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { anyOf, sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { AppealState } from "../rules.ts"

export const appeals = tableOf<{ state: AppealState }>()(
  "tierAppeal",
  [
    ...(["id", "partnershipId", "enrolmentId", "evaluationId", "program", "tier", "tierName", "words"] as const),
    ...(["appealedBy", "appealedByName", "appealedAt", "state", "answer", "closedAt", "keptUntil"] as const),
  ],
  { made: ["appealedAt"] },
)
export type AppealRow = Row<typeof appeals>

type NewAppeal = Omit<Parameters<typeof appeals.insert>[1], "appealedAt"> & Readonly<{ appealedAt?: Instant }>

/** Writes an appeal; undefined where another was faster. */
export const insertAppeal = async (tx: WorkspaceTx, made: NewAppeal): Promise<AppealRow | undefined> => {
  const row = await tx.db
    .insertInto("tierAppeal")
    .values({ workspaceId: tx.actor.workspaceId, appealedAt: tx.now, ...made })
    .onConflict((conflict) => conflict.columns(["workspaceId", "evaluationId"]).doNothing())
    .returning("id")
    .executeTakeFirst()
  return row && appeals.find(tx, row.id)
}

/** As many as anybody reads. */
const mostAppeals = 100

/** Of these enrolments, the latest first. */
export const appealsOf = (tx: WorkspaceTx, enrolmentIds: readonly Id[]): Promise<AppealRow[]> =>
  appeals
    .rows(tx)
    .where("enrolmentId", "=", anyOf(enrolmentIds))
    .orderBy("appealedAt", "desc")
    .orderBy("id", "desc")
    .limit(mostAppeals)
    .execute()

/** The one of an enrolment that is not decided yet, locked. */
export const lockOpenAppeal = (tx: WorkspaceTx, enrolmentId: Id): Promise<AppealRow | undefined> =>
  appeals.rows(tx).where("enrolmentId", "=", enrolmentId).where("state", "=", "open").forUpdate().executeTakeFirst()

/** All that are not decided yet, the oldest first. */
export const openAppeals = (tx: WorkspaceTx, most: number): Promise<AppealRow[]> =>
  appeals.rows(tx).where("state", "=", "open").orderBy("appealedAt").orderBy("id").limit(most).execute()

export const openAppealsAmong = async (tx: WorkspaceTx, ids: readonly Id[]): Promise<readonly AppealRow[]> =>
  ids.length === 0 ? [] : appeals.rows(tx).where("state", "=", "open").where("id", "=", anyOf(ids)).execute()

type Decided = Readonly<{ programId: Id; enrolmentId: Id; evaluatedAt: Instant; number: number }>

/** Who decided an evaluation: whoever pressed for it, and whoever published the terms that it was judged by. */
export const whoDecided = async (
  { db, actor }: WorkspaceTx,
  { programId, enrolmentId, evaluatedAt, number }: Decided,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ actorId: string }>`
    select distinct e.actor_id from event e
    where e.workspace_id = ${actor.workspaceId} and e.actor_kind = 'member' and e.actor_id is not null and (
      (e.subject_id = ${enrolmentId} and e.recorded_at = ${evaluatedAt}::timestamptz)
      or (e.subject_id = ${programId} and e.kind = 'program.published' and (e.payload ->> 'number')::int = ${number}))`.execute(
    db,
  )
  return rows.map(({ actorId }) => actorId)
}
