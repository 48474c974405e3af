import type { Id } from "#core/ids"
import { addDays, type PlainDate } from "#core/time"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { isInForceIn, renewsIn } from "../facts.ts"

/**
 * Where an agreement's days end it may be up to two days later than in the workspace. What is over by then is looked at; by which day it
 * is over, the rule says.
 */
const overSoon = (day: ReturnType<typeof sql>, { today }: WorkspaceTx) => sql`${day} <= ${addDays(today, 1)}::date`

const lockedAfter = async (
  tx: WorkspaceTx,
  where: ReturnType<typeof sql>,
  { after, limit }: Batch,
): Promise<readonly Id[]> => {
  const { rows } = await sql<{ id: Id }>`select a.id from agreement a
    where a.workspace_id = ${tx.actor.workspaceId} and a.id > ${after} and ${isInForceIn("a")} and ${where}
    order by a.id limit ${limit} for update skip locked`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** A batch of agreements in the order of their ids. */
export type Batch = Readonly<{ after: Id; limit: number }>

/** Agreements in force whose last day has passed or passes, and that do not go on by themselves, locked. */
export const lockEnding = (tx: WorkspaceTx, batch: Batch) =>
  lockedAfter(tx, sql`${overSoon(sql`a.ends_on`, tx)} and not ${renewsIn("a", tx.actor.workspaceId)}`, batch)

/** Agreements whose last day of notice has passed or passes, after which they renew, locked. */
export const lockRenewing = (tx: WorkspaceTx, batch: Batch) =>
  lockedAfter(
    tx,
    sql`a.renewal_months is not null and ${overSoon(sql`coalesce(a.last_notice_on, a.ends_on)`, tx)}
      and ${renewsIn("a", tx.actor.workspaceId)}`,
    batch,
  )

/** Agreements without end whose last day of notice for the next exit has passed or passes, locked. */
export const lockRecurring = (tx: WorkspaceTx, batch: Batch) =>
  lockedAfter(tx, sql`a.ends_on is null and ${overSoon(sql`a.last_notice_on`, tx)}`, batch)

/** Writes days of notice. They follow from the terms, so that it is no new version of them. */
export const saveDaysOf = async (
  { db, actor }: WorkspaceTx,
  id: Id,
  { lastNoticeOn, noticeOn }: Readonly<{ lastNoticeOn: PlainDate | null; noticeOn: PlainDate | null }>,
): Promise<void> => {
  await sql`update agreement set last_notice_on = ${lastNoticeOn}::date, notice_on = ${noticeOn}::date
    where workspace_id = ${actor.workspaceId} and id = ${id}`.execute(db)
}

/** The last day of notice of some that a version before this one left without: it knew days to the end of the term alone. How many they were. */
export const fillLastNotice = async ({ db, actor }: WorkspaceTx, limit: number): Promise<number> => {
  const { rows } = await sql<{ id: Id }>`update agreement set last_notice_on = ends_on - notice_days
    where workspace_id = ${actor.workspaceId} and id in (
      select a.id from agreement a where a.workspace_id = ${actor.workspaceId} and a.notice_on is not null
        and a.last_notice_on is null and a.notice_days is not null and a.ends_on is not null
      limit ${limit} for update skip locked)
    returning id`.execute(db)
  return rows.length
}

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
