import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { Cause, Confirmed } from "../rules.ts"
import type { CaseState } from "./cases.ts"

/** What people had said the causes of cases were, at an instant: the last word about each; false alarms have no cause. */
export const confirmedThen = async ({ db, actor }: WorkspaceTx, knownAt: Instant): Promise<readonly Confirmed[]> =>
  (
    await sql<Confirmed>`
      select distinct on (said.subject_id) said.partnership_id as partnership, p.type, said.payload ->> 'cause' as cause
      from event said join partnership p on p.workspace_id = said.workspace_id and p.id = said.partnership_id
      where said.workspace_id = ${actor.workspaceId} and said.kind = 'drift.cause_confirmed' and said.recorded_at <= ${knownAt}
        and not exists (select from event gone where gone.workspace_id = ${actor.workspaceId} and gone.subject_id = said.subject_id
          and gone.kind = 'drift.case_dismissed' and gone.recorded_at <= ${knownAt})
      order by said.subject_id, said.recorded_at desc, said.id desc`.execute(db)
  ).rows

/** Cases that look alike, counted by what became of them. */
export type LikeRow = Readonly<{
  isSameType: boolean
  state: CaseState
  confirmedCause: Cause | null
  count: number
}>

/** Other cases whose cause the machine named the same, of any type. */
export const countLikeCases = async (
  { db, actor }: WorkspaceTx,
  like: Readonly<{ caseId: Id; type: string; cause: Cause }>,
): Promise<readonly LikeRow[]> =>
  (
    await sql<LikeRow>`
      select p.type = ${like.type} as is_same_type, c.state, c.confirmed_cause, count(*)::int as count
      from drift_case c join partnership p on p.workspace_id = c.workspace_id and p.id = c.partnership_id
      where c.workspace_id = ${actor.workspaceId} and c.cause = ${like.cause} and c.id <> ${like.caseId}
      group by 1, 2, 3 order by 1, 2, 3`.execute(db)
  ).rows

/** Others that have an open case: what they are likely to suffer from changes with what people confirm. */
export const openElsewhere = async ({ db, actor }: WorkspaceTx, partnershipId: Id): Promise<readonly Id[]> =>
  (
    await db
      .selectFrom("driftCase")
      .select("partnershipId")
      .where("workspaceId", "=", actor.workspaceId)
      .where("state", "=", "open")
      .where("partnershipId", "<>", partnershipId)
      .orderBy("partnershipId")
      .execute()
  ).map((row) => row.partnershipId)
