import type { Fixture } from "#platform/fixture"

export const fixture: Fixture = async ({ db, workspaceId, partnershipId, id, secret, at }) => {
  await db
    .insertInto("agreement")
    .values({
      workspaceId,
      id: id("agreement"),
      partnershipId,
      title: secret("partnership", "the title of an agreement"),
      startsOn: "2025-01-01",
      endsOn: "2027-01-01",
      currency: "EUR",
      createdAt: at,
      updatedAt: at,
    })
    .execute()
}
