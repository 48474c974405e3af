import type { Fixture } from "#platform/fixture"

export const fixture: Fixture = async ({ db, workspaceId, partnershipId, id, secret }) => {
  await db
    .insertInto("visit")
    .values({
      workspaceId,
      id: id("visit"),
      partnershipId,
      plannedOn: "2026-12-01",
      purpose: secret("partnership", "why one visits"),
      createdAt: "2026-11-02T09:00:00Z",
    })
    .execute()
}
