import type { Fixture } from "#platform/fixture"

export const fixture: Fixture = async ({ db, workspaceId, partnershipId, companies, id, secret, at }) => {
  const act = { workspaceId, partnershipId, occurredAt: "2026-11-02T09:00:00Z" }
  await db
    .insertInto("activity")
    .values([
      {
        ...act,
        id: id("activity"),
        kind: secret("partnership", "the kind of an act"),
        person: secret("partnership", "who acted"),
        summary: secret("partnership", "what was done"),
        recordedAt: at,
      },
      {
        ...act,
        id: id("activity", "host"),
        privateTo: workspaceId,
        kind: secret("host", "the kind of an act"),
        person: secret("host", "who acted"),
        summary: secret("host", "what was done"),
        recordedAt: at,
      },
      {
        ...act,
        id: id("activity", "company"),
        privateTo: companies.leading,
        partyId: companies.leading,
        recordedBy: companies.leading,
        source: "partner",
        kind: secret("company", "the kind of an act"),
        person: secret("company", "who acted"),
        summary: secret("company", "what was done"),
        recordedAt: at,
      },
    ])
    .execute()
}
