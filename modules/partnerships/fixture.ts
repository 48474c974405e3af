import type { Fixture } from "#platform/fixture"
import { newId } from "#platform/ids"

export const fixture: Fixture = async ({ db, workspaceId, partnershipId, companies, people, id, secret }) => {
  await db
    .insertInto("partnership")
    .values({
      workspaceId,
      id: id("partnership"),
      organizationId: companies.leading,
      name: secret("partnership", "the name of a partnership"),
      type: "consortium",
      currency: "EUR",
      ownerId: people.member,
      startedOn: "2025-01-01",
      reason: secret("host", "why there is a partnership"),
    })
    .execute()
  await db
    .insertInto("partnershipParty")
    .values([
      { workspaceId, partnershipId, organizationId: companies.second, joinedOn: "2025-01-01" },
      { workspaceId, partnershipId, organizationId: companies.left, joinedOn: "2025-01-01", leftOn: "2025-06-01" },
    ])
    .execute()
  const note = { workspaceId, partnershipId, authorName: "Planted" }
  await db
    .insertInto("note")
    .values([
      { ...note, id: newId(), authorId: people.host, body: secret("partnership", "a shared note") },
      { ...note, id: newId(), authorId: people.host, privateTo: workspaceId, body: secret("host", "a note") },
      {
        ...note,
        id: newId(),
        authorId: people.company,
        privateTo: companies.leading,
        body: secret("company", "a note"),
      },
    ])
    .execute()
}
