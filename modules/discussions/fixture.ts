import type { Fixture, Ground, Readers } from "#platform/fixture"
import { newId } from "#platform/ids"

/** One thread on the partnership for each audience, with a comment in it that was just written. */
export const fixture: Fixture = async (ground) => {
  const { workspaceId, companies, people, id } = ground
  await plantThread(ground, "partnership", {
    comment: id("comment"),
    privateTo: null,
    author: people.host,
    party: workspaceId,
  })
  await plantThread(ground, "host", {
    ...{ comment: id("comment", "host"), privateTo: workspaceId, author: people.host, party: workspaceId },
  })
  await plantThread(ground, "company", {
    ...{
      comment: id("comment", "company"),
      privateTo: companies.leading,
      author: people.company,
      party: companies.leading,
    },
  })
}

type Planted = Readonly<{ comment: string; privateTo: string | null; author: string; party: string }>

const plantThread = async (
  { db, workspaceId, partnershipId, secret }: Ground,
  readers: Readers,
  { comment, privateTo, author, party }: Planted,
): Promise<void> => {
  const writtenAt = "2026-12-01T08:00:00.000Z"
  const threadId = newId()
  const shared = { workspaceId, partnershipId, privateTo }
  await db
    .insertInto("thread")
    .values({
      ...{ ...shared, id: threadId, subjectKind: "partnership", subjectId: partnershipId, lastPosition: 2, removed: 1 },
      ...{ createdAt: writtenAt, lastCommentAt: writtenAt, resolvedAt: writtenAt },
      resolvedBy: secret(readers, "who settled a discussion"),
    })
    .execute()
  const written = { ...shared, threadId, partyId: party, authorId: author, writtenAt }
  await db
    .insertInto("comment")
    .values([
      {
        ...{ ...written, id: comment, position: 1, body: secret(readers, "what a comment says") },
        authorName: secret(readers, "who wrote a comment"),
        mentions: JSON.stringify([{ id: newId(), userId: newId(), name: secret(readers, "who was mentioned") }]),
      },
      {
        ...{ ...written, id: newId(), position: 2, body: null, removedAt: writtenAt },
        authorName: secret(readers, "who wrote a comment that was removed"),
        removedBy: secret(readers, "who removed a comment"),
      },
    ])
    .execute()
  await db.insertInto("threadRead").values({ workspaceId, threadId, userId: author, position: 1 }).execute()
}
