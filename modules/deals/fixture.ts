import type { Fixture } from "#platform/fixture"

export const fixture: Fixture = async ({ db, workspaceId, partnershipId, companies, id, secret, at }) => {
  await db
    .insertInto("deal")
    .values({
      workspaceId,
      id: id("deal"),
      partnershipId,
      partyId: companies.leading,
      name: secret("partnership", "the name of a deal"),
      customer: secret("partnership", "a deal's customer"),
      state: "submitted",
      registeredAt: "2026-11-02T09:00:00Z",
      recordedAt: at,
    })
    .execute()
}
