import type { Fixture } from "#platform/fixture"

export const fixture: Fixture = async ({ db, workspaceId, partnershipId, companies, id, secret }) => {
  const act = { workspaceId, partnershipId, kind: "meeting", occurredAt: "2026-11-02T09:00:00Z" }
  await db
    .insertInto("activity")
    .values([
      {
        ...act,
        id: id("activity"),
        person: secret("partnership", "who acted"),
        summary: secret("partnership", "what was done"),
      },
      {
        ...act,
        id: id("activity", "host"),
        privateTo: workspaceId,
        person: secret("host", "who acted"),
        summary: secret("host", "what was done"),
      },
      {
        ...act,
        id: id("activity", "company"),
        privateTo: companies.leading,
        partyId: companies.leading,
        recordedBy: companies.leading,
        source: "partner",
        person: secret("company", "who acted"),
        summary: secret("company", "what was done"),
      },
    ])
    .execute()
}
