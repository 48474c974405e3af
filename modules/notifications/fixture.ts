import type { Fixture, Readers } from "#platform/fixture"

export const fixture: Fixture = async ({ db, workspaceId, partnershipId, people, id, secret, at }) => {
  const told = (userId: string, readers: Readers, notification: string) => ({
    workspaceId,
    partnershipId,
    userId,
    id: notification,
    kind: "commitment_missed",
    dedupeKey: notification,
    createdAt: at,
    payload: JSON.stringify({ title: secret(readers, "what one person was told") }),
  })
  await db
    .insertInto("notification")
    .values([
      told(people.host, "host person", id("notification")),
      told(people.company, "company person", id("notification", "company person")),
    ])
    .execute()
  await db
    .insertInto("notificationPreference")
    .values({ workspaceId, userId: people.host, kind: "commitment_missed", mail: "daily" })
    .execute()
}
