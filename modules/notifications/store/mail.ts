import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { anyOf } from "#platform/database"
import type { Tx } from "#platform/tx"

/** More than this in one mail is not read; the rest is in the list. */
const mostPerMail = 200

/** What a person has not been mailed yet, locked, so that two workers never mail the same. */
export const lockUnmailed = async ({ db, actor }: Tx<System>, userId: string) => {
  const rows = await db
    .selectFrom("notification")
    .innerJoin("partnership", (join) =>
      join
        .onRef("partnership.workspaceId", "=", "notification.workspaceId")
        .onRef("partnership.id", "=", "notification.partnershipId"),
    )
    .select([
      "notification.id",
      "notification.kind",
      "notification.payload",
      "notification.partnershipId",
      "partnership.name as partnershipName",
    ])
    .where("notification.workspaceId", "=", actor.workspaceId)
    .where("notification.userId", "=", userId)
    .where("notification.mailedAt", "is", null)
    .orderBy("notification.createdAt")
    .orderBy("notification.id")
    .limit(mostPerMail)
    .forUpdate("notification")
    .execute()
  return rows.map((row) => ({
    ...row,
    payload: row.payload as Record<string, unknown>,
  }))
}

export const markMailed = async (
  { db, actor, now }: Tx<System>,
  ids: readonly Id[],
  digestOn: PlainDate | null,
): Promise<void> => {
  await db
    .updateTable("notification")
    .set({ mailedAt: now, digestOn })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(ids))
    .execute()
}

/** Whoever has unmailed news and has had no digest on that day. */
export const peopleAwaitingDigest = async ({ db, actor }: Tx<System>, today: PlainDate): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom("notification as waiting")
    .select("waiting.userId")
    .distinct()
    .where("waiting.workspaceId", "=", actor.workspaceId)
    .where("waiting.mailedAt", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("notification as sent")
            .select("sent.id")
            .where("sent.workspaceId", "=", actor.workspaceId)
            .whereRef("sent.userId", "=", "waiting.userId")
            .where("sent.digestOn", "=", today),
        ),
      ),
    )
    .execute()
  return rows.map(({ userId }) => userId)
}

/** The address of an active member, and what the workspace is called. */
export const findRecipient = ({ db, actor }: Tx<System>, userId: string) =>
  db
    .selectFrom("member")
    .innerJoin("workspace", "workspace.id", "member.workspaceId")
    .select(["member.email", "member.name", "workspace.name as workspaceName", "workspace.slug"])
    .where("member.workspaceId", "=", actor.workspaceId)
    .where("member.userId", "=", userId)
    .where("member.deactivatedAt", "is", null)
    .executeTakeFirst()
