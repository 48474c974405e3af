export { deadlines } from "./store/deadlines.ts"

import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { isInForceIn } from "./facts.ts"
import type { AgreementState } from "./rules.ts"

const columns = [
  "id",
  "partnershipId",
  "title",
  "state",
  "signedOn",
  "startsOn",
  "endsOn",
  "autoRenews",
  "noticeDays",
  "noticeOn",
  "valueMinor",
  "currency",
  "version",
] as const

/** An agreement with how many objectives and promises of each side it holds. */
const agreements = ({ db, actor }: WorkspaceTx) =>
  db
    .selectFrom("agreement")
    .select(columns)
    .select([
      sql<number>`(select count(*) from objective where objective.workspace_id = agreement.workspace_id and objective.agreement_id = agreement.id)`.as(
        "objectives",
      ),
      sql<number>`(select count(*) from commitment where commitment.workspace_id = agreement.workspace_id and commitment.agreement_id = agreement.id
        and owed_by = 'host')`.as("hostCommitments"),
      sql<number>`(select count(*) from commitment where commitment.workspace_id = agreement.workspace_id and commitment.agreement_id = agreement.id
        and owed_by = 'partner')`.as("partnerCommitments"),
    ])
    .where("workspaceId", "=", actor.workspaceId)

/** The table's check constraint holds the state to the closed list. */
const typed = <Row extends { state: string }>(row: Row) => row as Omit<Row, "state"> & { state: AgreementState }

export const agreementsOf = async (tx: WorkspaceTx, partnershipId: Id) =>
  (
    await agreements(tx)
      .where("partnershipId", "=", partnershipId)
      .orderBy("startsOn", "desc")
      .orderBy("id", "desc")
      .execute()
  ).map(typed)

export const findAgreement = async (tx: WorkspaceTx, id: Id) => {
  const row = await agreements(tx).where("id", "=", id).executeTakeFirst()
  return row && typed(row)
}

export const lockAgreement = async (tx: WorkspaceTx, id: Id) => {
  const row = await agreements(tx).where("id", "=", id).forUpdate("agreement").executeTakeFirst()
  return row && typed(row)
}

export type AgreementRow = NonNullable<Awaited<ReturnType<typeof findAgreement>>>

type Terms = Readonly<{
  title: string
  startsOn: PlainDate
  endsOn: PlainDate | null
  noticeDays: number | null
  noticeOn: PlainDate | null
  autoRenews: boolean
}>

type NewAgreement = Terms &
  Readonly<{ id: Id; partnershipId: Id; signedOn: PlainDate | null; valueMinor: number | null; currency: string }>

export const insertAgreement = async ({ db, actor, now }: WorkspaceTx, made: NewAgreement): Promise<void> => {
  await db
    .insertInto("agreement")
    .values({ workspaceId: actor.workspaceId, ...made, state: "in_force", createdAt: now, updatedAt: now })
    .execute()
}

export const saveAgreement = async (
  { db, actor, now }: WorkspaceTx,
  id: Id,
  change: Partial<Terms & { state: AgreementState }>,
): Promise<void> => {
  await db
    .updateTable("agreement")
    .set(({ eb }) => ({ ...change, version: eb("version", "+", 1), updatedAt: now }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute()
}

/** Agreements in force whose last day has passed and that do not renew themselves, locked. */
export const lockOver = ({ db, actor }: WorkspaceTx, today: PlainDate, limit: number) =>
  db
    .selectFrom("agreement")
    .select(["id", "partnershipId", "title", "endsOn"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("endsOn", "<", today)
    .where(isInForceIn("agreement"))
    .where("autoRenews", "=", false)
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()

/** What files may name an agreement by, and what its lines take from it. */
export const allAgreements = ({ db, actor }: WorkspaceTx) =>
  db
    .selectFrom("agreement")
    .select(["id", "partnershipId", "title", "startsOn", "endsOn", "externalId"])
    .where("workspaceId", "=", actor.workspaceId)
    .execute()

/** The terms that have a notice day, each once, and the day that is stored. */
export const noticeTerms = async ({ db, actor }: WorkspaceTx) =>
  (
    await sql<Readonly<{ endsOn: PlainDate; noticeDays: number; noticeOn: PlainDate }>>`
      select distinct ends_on, notice_days, notice_on from agreement
      where workspace_id = ${actor.workspaceId} and notice_on is not null`.execute(db)
  ).rows

/** Writes the notice day of all agreements with these terms. It follows from the terms, so that it is no new version of them. */
export const saveNoticeDays = async (
  { db, actor }: WorkspaceTx,
  moved: readonly Readonly<{ endsOn: PlainDate; noticeDays: number; noticeOn: PlainDate }>[],
): Promise<void> => {
  if (moved.length === 0) return
  await sql`update agreement set notice_on = moved.notice_on
    from unnest(${moved.map(({ endsOn }) => endsOn)}::date[], ${moved.map(({ noticeDays }) => noticeDays)}::integer[],
      ${moved.map(({ noticeOn }) => noticeOn)}::date[]) as moved (ends_on, notice_days, notice_on)
    where agreement.workspace_id = ${actor.workspaceId} and agreement.ends_on = moved.ends_on
      and agreement.notice_days = moved.notice_days and agreement.notice_on <> moved.notice_on`.execute(db)
}
