import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { anyOf, sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { type CommitmentRow, commitments, type NewCommitment } from "./commitment.ts"

/** What an agreement promises from that day on, the weightiest first; what its clocks make by themselves is no line of it. */
export const standingOf = (tx: WorkspaceTx, agreementId: Id, today: PlainDate): Promise<CommitmentRow[]> =>
  commitments
    .rows(tx)
    .where("agreementId", "=", agreementId)
    .where("service", "is", null)
    .where(({ eb, or }) => or([eb("endsOn", "is", null), eb("endsOn", ">=", today)]))
    .orderBy("owedBy")
    .orderBy("partyId")
    .orderBy("weight", "desc")
    .orderBy("id")
    .execute()

/** These promises fall due no more after that day. */
export const endThese = async (
  { db, actor }: WorkspaceTx,
  ids: readonly Id[],
  endsOn: PlainDate,
  until: PlainDate,
): Promise<void> => {
  await sql`update commitment set ends_on = greatest(starts_on, ${endsOn}::date), occurrences_until = ${until}::date
    where workspace_id = ${actor.workspaceId} and id = any(${ids}::uuid[]) and (ends_on is null or ends_on > ${endsOn}::date)`.execute(
    db,
  )
}

/** What was only planned from that day on goes; what someone has spoken about stays. */
export const dropPlanned = async ({ db, actor }: WorkspaceTx, ids: readonly Id[], from: PlainDate): Promise<void> => {
  await sql`delete from occurrence where workspace_id = ${actor.workspaceId} and commitment_id = any(${ids}::uuid[])
    and state in ('upcoming', 'due') and first_due_on >= ${from}::date and reported_on is null
    and not exists (select from evidence where evidence.workspace_id = ${actor.workspaceId} and evidence.occurrence_id = occurrence.id)`.execute(
    db,
  )
}

/** Says a promise as it should have been entered; its days are made anew after `madeUntil`. */
export const correct = (
  tx: WorkspaceTx,
  id: Id,
  line: Partial<NewCommitment>,
  madeUntil: PlainDate,
): Promise<CommitmentRow> => commitments.save(tx, id, { ...line, occurrencesUntil: madeUntil })

export const lockThese = (tx: WorkspaceTx, ids: readonly Id[]): Promise<CommitmentRow[]> =>
  commitments.rows(tx).where("id", "=", anyOf(ids)).forUpdate().execute()
