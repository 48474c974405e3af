import { anyOf } from "#platform/database"
import type { MailChoice, News, Preference } from "#platform/news"
import type { WorkspaceTx } from "#platform/tx"

/** What each of these people chose for each kind; the usual where they chose nothing. */
export const preferencesOf = async ({ db, actor }: WorkspaceTx, userIds: readonly string[]) => {
  const rows =
    userIds.length === 0
      ? []
      : await db
          .selectFrom("notificationPreference")
          .select(["userId", "kind", "inApp", "mail"])
          .where("workspaceId", "=", actor.workspaceId)
          .where("userId", "=", anyOf(userIds))
          .execute()
  const chosen = new Map(
    rows.map(({ userId, kind, inApp, mail }) => [`${userId} ${kind}`, { inApp, mail: mail as MailChoice }]),
  )
  return (userId: string, { kind, usual }: News): Preference => chosen.get(`${userId} ${kind}`) ?? usual
}

export const ownPreferences = async (tx: WorkspaceTx, news: readonly News[]) => {
  const userId = tx.actor.userId ?? ""
  const preference = await preferencesOf(tx, [userId])
  return news.map((each) => ({ kind: each.kind, ...preference(userId, each) }))
}

export const savePreference = async (
  { db, actor }: WorkspaceTx,
  kind: string,
  preference: Preference,
): Promise<void> => {
  await db
    .insertInto("notificationPreference")
    .values({ workspaceId: actor.workspaceId, userId: actor.userId ?? "", kind, ...preference })
    .onConflict((conflict) => conflict.columns(["workspaceId", "userId", "kind"]).doUpdateSet(preference))
    .execute()
}
