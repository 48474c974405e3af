import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { isInForceIn, renewsIn } from "../facts.ts"

/** The day it is where the days of an agreement end. */
const todayThere = ({ actor, now }: WorkspaceTx) =>
  sql<PlainDate>`(${now}::timestamptz at time zone coalesce(a.time_zone, ${actor.timeZone}))::date`

const locked = async (tx: WorkspaceTx, where: ReturnType<typeof sql>, limit: number): Promise<readonly Id[]> => {
  const { rows } = await sql<{ id: Id }>`select a.id from agreement a
    where a.workspace_id = ${tx.actor.workspaceId} and ${isInForceIn("a")} and ${where}
    order by a.id limit ${limit} for update skip locked`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** Agreements in force whose last day has passed and that do not go on by themselves, locked. */
export const lockOver = (tx: WorkspaceTx, limit: number) =>
  locked(tx, sql`a.ends_on < ${todayThere(tx)} and not ${renewsIn("a", tx.actor.workspaceId)}`, limit)

/** Agreements whose renewal may have come, because their last day of notice has passed, locked: the rule `renewalDue` says which. */
export const lockRenewing = (tx: WorkspaceTx, limit: number) =>
  locked(
    tx,
    sql`a.renewal_months is not null and coalesce(a.last_notice_on, a.ends_on) < ${todayThere(tx)}
      and ${renewsIn("a", tx.actor.workspaceId)}`,
    limit,
  )

/** Agreements without end whose last day of notice for the exit that was next has passed, locked. */
export const lockPassed = (tx: WorkspaceTx, limit: number) =>
  locked(tx, sql`a.ends_on is null and a.last_notice_on < ${todayThere(tx)}`, limit)

/** Some that were agreed notice and whose last day of it is nowhere written, as a version before this one left them, locked. */
export const lockUnreckoned = (tx: WorkspaceTx, limit: number) =>
  locked(
    tx,
    sql`a.last_notice_on is null and num_nonnulls(a.notice_days, a.notice_weeks, a.notice_months) = 1
      and a.ends_on is not null
      and not exists (select from notice_given n where n.workspace_id = a.workspace_id and n.agreement_id = a.id and n.withdrawn_at is null)`,
    limit,
  )

/** The last days of notice, each once, and the workday by which to act that is stored for it. */
export const noticeDaysStored = async ({ db, actor }: WorkspaceTx) =>
  (
    await sql<Readonly<{ lastNoticeOn: PlainDate; noticeOn: PlainDate }>>`
      select distinct last_notice_on, notice_on from agreement
      where workspace_id = ${actor.workspaceId} and last_notice_on is not null`.execute(db)
  ).rows

/** Writes the workday by which to act of all agreements with that last day. It follows from it, so that it is no new version of them. */
export const saveNoticeDays = async (
  tx: WorkspaceTx,
  moved: readonly Readonly<{ lastNoticeOn: PlainDate; noticeOn: PlainDate }>[],
): Promise<void> => {
  if (moved.length === 0) return
  const { db, actor } = tx
  const { rows } = await sql<{ partnershipId: Id }>`update agreement set notice_on = moved.notice_on
    from unnest(${moved.map(({ lastNoticeOn }) => lastNoticeOn)}::date[], ${moved.map(({ noticeOn }) => noticeOn)}::date[])
      as moved (last_notice_on, notice_on)
    where agreement.workspace_id = ${actor.workspaceId} and agreement.last_notice_on = moved.last_notice_on
      and agreement.notice_on <> moved.notice_on
    returning agreement.partnership_id`.execute(db)
  tx.figuresChanged(
    rows.map(({ partnershipId }) => partnershipId),
    ["agreement"],
  )
}
