export { deadlines } from "./store/deadlines.ts"
export * from "./store/drafts.ts"
export { firstSponsors } from "./store/signers.ts"
export * from "./store/versions.ts"

import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { anyOf, sql } from "#platform/database"
import { tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import { isInForceIn } from "./facts.ts"
import type { AgreementState } from "./rules.ts"

export const agreements = tableOf<{ state: AgreementState }>()(
  "agreement",
  [
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
    "signedFileId",
    "hostSigner",
    "partnerSigner",
    "version",
  ],
  { made: ["createdAt", "updatedAt"], saved: ["updatedAt"] },
)

/** How many objectives an agreement holds, and how many promises of each side. */
const counts = [
  sql<number>`(select count(*) from objective where objective.workspace_id = agreement.workspace_id and objective.agreement_id = agreement.id
    and valid_until is null and retracted_at is null)`.as("objectives"),
  sql<number>`(select count(*) from commitment where commitment.workspace_id = agreement.workspace_id and commitment.agreement_id = agreement.id
    and owed_by = 'host')`.as("hostCommitments"),
  sql<number>`(select count(*) from commitment where commitment.workspace_id = agreement.workspace_id and commitment.agreement_id = agreement.id
    and owed_by = 'partner')`.as("partnerCommitments"),
] as const

/** What these agreements are called, by id. */
export const titlesOf = async (tx: WorkspaceTx, ids: readonly Id[]): Promise<ReadonlyMap<string, string>> => {
  const found = ids.length === 0 ? [] : await agreements.rows(tx).where("id", "=", anyOf(ids)).execute()
  return new Map(found.map(({ id, title }) => [id, title]))
}

export const agreementsOf = (tx: WorkspaceTx, partnershipId: Id) =>
  agreements
    .rows(tx)
    .select(counts)
    .where("partnershipId", "=", partnershipId)
    .orderBy("startsOn", "desc")
    .orderBy("id", "desc")
    .execute()

export const findAgreement = (tx: WorkspaceTx, id: Id) =>
  agreements.rows(tx).select(counts).where("id", "=", id).executeTakeFirst()

/** The agreements of a partnership that are in force, without this one. */
export const othersInForce = (tx: WorkspaceTx, partnershipId: Id, but: Id) =>
  agreements
    .rows(tx)
    .where("partnershipId", "=", partnershipId)
    .where("id", "<>", but)
    .where(isInForceIn("agreement"))
    .orderBy("startsOn")
    .limit(20)
    .execute()

export type AgreementRow = NonNullable<Awaited<ReturnType<typeof findAgreement>>>

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
  tx: WorkspaceTx,
  moved: readonly Readonly<{ endsOn: PlainDate; noticeDays: number; noticeOn: PlainDate }>[],
): Promise<void> => {
  if (moved.length === 0) return
  const { db, actor } = tx
  const { rows } = await sql<{ partnershipId: Id }>`update agreement set notice_on = moved.notice_on
    from unnest(${moved.map(({ endsOn }) => endsOn)}::date[], ${moved.map(({ noticeDays }) => noticeDays)}::integer[],
      ${moved.map(({ noticeOn }) => noticeOn)}::date[]) as moved (ends_on, notice_days, notice_on)
    where agreement.workspace_id = ${actor.workspaceId} and agreement.ends_on = moved.ends_on
      and agreement.notice_days = moved.notice_days and agreement.notice_on <> moved.notice_on
    returning agreement.partnership_id`.execute(db)
  tx.figuresChanged(
    rows.map(({ partnershipId }) => partnershipId),
    ["agreement"],
  )
}
