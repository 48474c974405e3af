import type { Remark } from "#core/importable/remark"
import type { Fixture } from "#platform/fixture"
import { newId } from "#platform/ids"

export const fixture: Fixture = async ({ db, workspaceId, partnershipId, people, id, secret, keepFile, at }) => {
  const cell = secret("host", "a cell of a file")
  const fileName = `${secret("host", "the name of a file")}.csv`
  const fileHash = newId()
  const told: Remark = {
    ...{ code: "cell-left-out", key: "cell-left-out:country", field: "country", header: null, value: null, count: 1 },
    examples: [{ line: 3, text: secret("host", "a cell that was told"), becomes: null }],
    ...{ message: "Country cannot be read. Rows: 1.", choices: ["drop", "refuse"], usual: "drop", answer: null },
  }
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
      summary: JSON.stringify({ remarks: [told] }),
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
    .insertInto("importChange")
    .values({
      ...{ workspaceId, importId: id("import"), tableName: "deal", rowId: newId() },
      ...{ before: JSON.stringify({ name: "As it was" }), after: JSON.stringify({ name: "As it is" }) },
    })
    .execute()
  await db
    .insertInto("importCover")
    .values({
      ...{ workspaceId, importId: id("import"), partnershipId, signal: "registrations" },
      ...{ fromOn: "2026-01-05", untilOn: "2026-03-02" },
    })
    .execute()
  await db
    .insertInto("importMapping")
    .values({ workspaceId, kind: "partners", headerKey: fileHash, options: "{}", updatedAt: at })
    .execute()
}
