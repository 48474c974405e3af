import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { partnershipNameOf } from "#modules/partnerships"
import { anyOf, sql } from "#platform/database"
import type { Tx } from "#platform/tx"

/** More than this at a time is left to the next mail. */
const mostAtOnce = 5_000

/**
 * What a person has not been mailed yet, locked, so that two workers never mail the same. Kinds that wait for another mail are
 * left out here: however many they are, they stand in nobody's way.
 */
export const lockUnmailed = async ({ db, actor }: Tx<System>, userId: string, others: readonly string[]) => {
  const rows = await db
    .selectFrom("notification")
    .select(["notification.id", "notification.kind", "notification.payload", "notification.partnershipId"])
    // What is not wanted in the list is kept as read from the start.
    .select(sql<boolean>`coalesce(notification.read_at > notification.created_at, false)`.as("wasReadSince"))
    .select(partnershipNameOf(actor.workspaceId, "notification.partnershipId").as("partnershipName"))
    .where("notification.workspaceId", "=", actor.workspaceId)
    .where("notification.userId", "=", userId)
    .where("notification.mailedAt", "is", null)
    .where(sql<boolean>`notification.kind <> all(${others})`)
    .where(({ eb, or }) =>
      or([
        eb("notification.partnershipId", "is", null),
        eb(partnershipNameOf(actor.workspaceId, "notification.partnershipId"), "is not", null),
      ]),
    )
    .orderBy("notification.createdAt")
    .orderBy("notification.id")
    .limit(mostAtOnce)
    .forUpdate("notification")
    .execute()
  return rows.map((row) => ({
    ...row,
    partnershipName: row.partnershipName ?? "",
    payload: row.payload as Record<string, unknown>,
  }))
}

/** What waits for somebody's next mail of some kinds, not locked: to ask whether it is still there for them. */
export const unmailedOf = async ({ db, actor }: Tx<System>, userId: string, kinds: readonly string[]) => {
  if (kinds.length === 0) return []
  const rows = await db
    .selectFrom("notification")
    .select(["id", "kind", "payload"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("userId", "=", userId)
    .where("mailedAt", "is", null)
    .where("kind", "=", anyOf(kinds))
    .orderBy("createdAt")
    .orderBy("id")
    .limit(mostAtOnce)
    .execute()
  return rows.map((row) => ({ ...row, payload: row.payload as Record<string, unknown> }))
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
