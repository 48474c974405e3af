import type { Fixture } from "#platform/fixture"
import { newId } from "#platform/ids"

export const fixture: Fixture = async ({ db, workspaceId, people, id, secret, keepFile, at }) => {
  const cell = secret("host", "a cell of a file")
  const fileName = `${secret("host", "the name of a file")}.csv`
  const fileHash = newId()
  await db
    .insertInto("importRun")
    .values({
      workspaceId,
      id: id("import"),
      kind: "partners",
      state: "uploaded",
      fileName,
      fileHash,
      filePath: keepFile(`${fileHash}.csv`, `partner,type\n${cell},reseller\n${cell},friend\n`),
      createdBy: people.host,
      createdAt: at,
      updatedAt: at,
    })
    .execute()
  await db
    .insertInto("importError")
    .values({
      workspaceId,
      importId: id("import"),
      line: 3,
      position: 0,
      field: "type",
      header: secret("host", "the head of a column"),
      value: secret("host", "a cell that was refused"),
      reason: "not-a-choice",
      cells: JSON.stringify([cell, "friend"]),
    })
    .execute()
  await db
    .insertInto("importMapping")
    .values({ workspaceId, kind: "partners", headerKey: fileHash, options: "{}", updatedAt: at })
    .execute()
}
