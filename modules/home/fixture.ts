import type { Fixture } from "#platform/fixture"

export const fixture: Fixture = async ({ db, workspaceId, partnershipId, people }) => {
  await db
    .insertInto("snooze")
    .values({
      workspaceId,
      userId: people.host,
      list: "promises_missed",
      thingId: partnershipId,
      untilOn: "9999-12-31",
    })
    .execute()
}
