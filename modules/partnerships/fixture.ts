import type { Fixture, Readers } from "#platform/fixture"
import { newId } from "#platform/ids"

export const fixture: Fixture = async ({ db, workspaceId, partnershipId, companies, people, id, secret, at }) => {
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
      createdAt: at,
      updatedAt: at,
    })
    .execute()
  await db
    .insertInto("partnershipParty")
    .values([
      { workspaceId, partnershipId, organizationId: companies.second, joinedOn: "2025-01-01" },
      { workspaceId, partnershipId, organizationId: companies.left, joinedOn: "2025-01-01", leftOn: "2025-06-01" },
    ])
    .execute()
  await db
    .insertInto("partnershipTag")
    .values({ workspaceId, partnershipId, id: newId(), tag: secret("host", "a tag") })
    .execute()
  const note = (readers: Readers, of: string) => ({
    ...{ workspaceId, partnershipId, id: newId() },
    body: secret(readers, of),
    authorName: secret(readers, `who wrote ${of}`),
  })
  await db
    .insertInto("note")
    .values([
      { ...note("partnership", "a shared note"), authorId: people.host, createdAt: at },
      { ...note("host", "a note"), authorId: people.host, privateTo: workspaceId, createdAt: at },
      { ...note("company", "a note"), authorId: people.company, privateTo: companies.leading, createdAt: at },
    ])
    .execute()
}
