export { deadlines } from "./store/deadlines.ts"
export * from "./store/drafts.ts"
export * from "./store/notices.ts"
export * from "./store/passing.ts"
export { firstSponsors } from "./store/signers.ts"
export * from "./store/versions.ts"

import type { Id } from "#core/ids"
import { anyOf, sql } from "#platform/database"
import { tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import { isInForceIn } from "./facts.ts"
import type { AgreementState, NoticeBasis, NoticeTarget } from "./rules.ts"

type Closed = { state: AgreementState; noticeTo: NoticeTarget | null; noticeCounts: NoticeBasis | null }

export const agreements = tableOf<Closed>()(
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
    "renewalMonths",
    "firstEndsOn",
    "renewed",
    "noticeDays",
    "noticeWeeks",
    "noticeMonths",
    "noticeTo",
    "noticeCounts",
    "noticeOpensMonths",
    "lastNoticeOn",
    "noticeOn",
    "timeZone",
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
  return new Map((await agreementsNamed(tx, ids)).map(({ id, title }) => [id, title]))
}

export const agreementsNamed = async (tx: WorkspaceTx, ids: readonly Id[]) =>
  ids.length === 0 ? [] : agreements.rows(tx).where("id", "=", anyOf(ids)).orderBy("id").execute()

/** The last day of each of these that has one. */
export const endsOf = async (tx: WorkspaceTx, ids: readonly Id[]): Promise<ReadonlyMap<string, string | null>> =>
  new Map((await agreementsNamed(tx, ids)).map(({ id, endsOn }) => [id, endsOn]))

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

/** What files may name an agreement by, and what its lines take from it. */
export const allAgreements = ({ db, actor }: WorkspaceTx) =>
  db
    .selectFrom("agreement")
    .select(["id", "partnershipId", "title", "startsOn", "endsOn", "externalId"])
    .where("workspaceId", "=", actor.workspaceId)
    .execute()
