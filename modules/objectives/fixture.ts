import type { Fixture } from "#platform/fixture"

export const fixture: Fixture = async ({ db, workspaceId, partnershipId, id, secret, at }) => {
  await db
    .insertInto("objective")
    .values({
      workspaceId,
      id: id("objective"),
      partnershipId,
      agreementId: id("agreement"),
      category: "revenue",
      metric: "revenue",
      title: secret("partnership", "the title of an objective"),
      clause: secret("partnership", "the clause of an objective"),
      target: 100,
      unit: "EUR",
      startsOn: "2025-01-01",
      endsOn: "2027-01-01",
      createdAt: at,
    })
    .execute()
}
