import type { Fixture, Readers } from "#platform/fixture"

export const fixture: Fixture = async ({
  db,
  workspaceId,
  partnershipId,
  companies,
  people,
  id,
  secret,
  at,
  keepBytes,
}) => {
  const file = async (readers: Readers, row: { id: string; partyId: string; privateTo: string | null; by: string }) => {
    const content = `What is in a file of the ${readers}: ${secret(readers, "what is in a file")}\n`
    const { hash, bytes } = keepBytes(content)
    await db
      .insertInto("fileObject")
      .values({ workspaceId, hash, bytes, checkState: "unchecked", storedAt: "2026-11-01T09:00:00Z" })
      .execute()
    const { by, ...whose } = row
    await db
      .insertInto("file")
      .values({
        ...{ workspaceId, partnershipId, ...whose, hash },
        subjectKind: "partnership",
        subjectId: partnershipId,
        name: `${secret(readers, "the name of a file that somebody uploaded")}.txt`,
        mediaType: "text/plain",
        uploadedBy: by,
        uploaderName: secret(readers, "who uploaded a file"),
        uploadedAt: "2026-11-01T09:00:00Z",
      })
      .execute()
  }
  await file("partnership", { id: id("file"), partyId: companies.leading, privateTo: null, by: people.company })
  await file("host", { id: id("file", "host"), partyId: workspaceId, privateTo: workspaceId, by: people.host })
  const theirs = { partyId: companies.leading, privateTo: companies.leading, by: people.company }
  await file("company", { id: id("file", "company"), ...theirs })
  const said = (of: string) => secret("host", of)
  const { hash, bytes } = keepBytes(`What came with an application: ${said("what is in a file of an application")}\n`)
  await db
    .insertInto("fileObject")
    .values({ workspaceId, hash, bytes, checkState: "unchecked", storedAt: at })
    .execute()
  await db
    .insertInto("file")
    .values({
      ...{ workspaceId, id: id("applicationFile"), subjectKind: "application", subjectId: id("application"), hash },
      ...{ name: `${said("the name of a file of an application")}.txt`, mediaType: "text/plain", uploaderName: "" },
      ...{ partyId: workspaceId, privateTo: workspaceId, uploadedAt: at },
    })
    .execute()
  const evidence = keepBytes(`The paper of a company: ${said("what is in a file of evidence")}\n`)
  await db
    .insertInto("fileObject")
    .values({ workspaceId, ...evidence, checkState: "unchecked", storedAt: at })
    .execute()
  await db
    .insertInto("file")
    .values({
      ...{ workspaceId, id: id("evidenceFile"), subjectKind: "diligence_round", subjectId: id("diligenceRound") },
      ...{ name: `${said("the name of a file of evidence")}.txt`, mediaType: "text/plain", hash: evidence.hash },
      ...{ uploadedBy: people.host, uploaderName: said("who uploaded a file of evidence") },
      ...{ partyId: workspaceId, privateTo: workspaceId, uploadedAt: at },
    })
    .execute()
}
