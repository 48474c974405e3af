import type { WorkspaceActor } from "#core/actor"
import type { Tx } from "#platform/tx"
import type { MailChoice, NotificationKind, Preference } from "../rules.ts"
import { notificationKinds, usualPreference } from "../rules.ts"

type InWorkspace = Tx<WorkspaceActor>

/** What each of these people chose for each kind; the usual where they chose nothing. */
export const preferencesOf = async ({ db, actor }: InWorkspace, userIds: readonly string[]) => {
  const rows =
    userIds.length === 0
      ? []
      : await db
          .selectFrom("notificationPreference")
          .select(["userId", "kind", "inApp", "mail"])
          .where("workspaceId", "=", actor.workspaceId)
          .where("userId", "in", [...new Set(userIds)])
          .execute()
  const chosen = new Map(
    rows.map(({ userId, kind, inApp, mail }) => [`${userId} ${kind}`, { inApp, mail: mail as MailChoice }]),
  )
  return (userId: string, kind: NotificationKind): Preference =>
    chosen.get(`${userId} ${kind}`) ?? usualPreference[kind]
}

export const ownPreferences = async (tx: InWorkspace) => {
  const userId = tx.actor.userId ?? ""
  const preference = await preferencesOf(tx, [userId])
  return notificationKinds.map((kind) => ({ kind, ...preference(userId, kind) }))
}

export const savePreference = async (
  { db, actor }: InWorkspace,
  kind: NotificationKind,
  preference: Preference,
): Promise<void> => {
  await db
    .insertInto("notificationPreference")
    .values({ workspaceId: actor.workspaceId, userId: actor.userId ?? "", kind, ...preference })
    .onConflict((conflict) => conflict.columns(["workspaceId", "userId", "kind"]).doUpdateSet(preference))
    .execute()
}
