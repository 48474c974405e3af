import type { Id } from "#core/ids"
import { anyOf } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"

export const notices = tableOf()(
  "noticeGiven",
  [
    "id",
    "partnershipId",
    "agreementId",
    "partyId",
    "givenOn",
    "receivedOn",
    "countsOn",
    "endsOn",
    "beforeEndsOn",
    "beforeFirstEndsOn",
    "beforeRenewed",
    "reason",
    "givenBy",
    "recordedAt",
    "heededAt",
    "withdrawnAt",
    "withdrawnBecause",
  ],
  { made: ["recordedAt"] },
)
export type NoticeRow = Row<typeof notices>

type NewNotice = Omit<Parameters<typeof notices.insert>[1], "recordedAt">

/** Writes a notice; undefined where another stands already. */
export const insertNotice = async ({ db, actor, now }: WorkspaceTx, made: NewNotice): Promise<Id | undefined> => {
  const row = await db
    .insertInto("noticeGiven")
    .values({ workspaceId: actor.workspaceId, recordedAt: now, ...made })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst()
  return row?.id
}

/** The notice that stands, of each of these agreements that has one. */
export const standingNotices = async (
  tx: WorkspaceTx,
  agreementIds: readonly Id[],
): Promise<ReadonlyMap<Id, NoticeRow>> => {
  const rows =
    agreementIds.length === 0
      ? []
      : await notices.rows(tx).where("agreementId", "=", anyOf(agreementIds)).where("withdrawnAt", "is", null).execute()
  return new Map(rows.map((row) => [row.agreementId, row]))
}

export const standingNotice = async (tx: WorkspaceTx, agreementId: Id): Promise<NoticeRow | undefined> =>
  (await standingNotices(tx, [agreementId])).get(agreementId)

export const mostNotices = 50

/** The notices of an agreement, the latest first. */
export const noticesOf = (tx: WorkspaceTx, agreementId: Id): Promise<NoticeRow[]> =>
  notices
    .rows(tx)
    .where("agreementId", "=", agreementId)
    .orderBy("recordedAt", "desc")
    .orderBy("id", "desc")
    .limit(mostNotices)
    .execute()

/** Of these notices those that stand. */
export const isStanding = async (tx: WorkspaceTx, noticeIds: readonly Id[]): Promise<ReadonlySet<Id>> => {
  const rows =
    noticeIds.length === 0
      ? []
      : await notices.rows(tx).where("id", "=", anyOf(noticeIds)).where("withdrawnAt", "is", null).execute()
  return new Set(rows.map(({ id }) => id))
}

/** All agreements that were given notice. */
export const allStanding = async (tx: WorkspaceTx): Promise<ReadonlySet<Id>> => {
  const rows = await notices.rows(tx).where("withdrawnAt", "is", null).execute()
  return new Set(rows.map(({ agreementId }) => agreementId))
}
