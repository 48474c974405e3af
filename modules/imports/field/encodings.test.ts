import iconv from "iconv-lite"
import { expect, test } from "vitest"
import { previewImport } from "#contract/imports"
import { checkFile, fieldFile, importFile, receive } from "#test/imports"
import { startTestKeelson } from "#test/keelson"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

const written = (text: string, encoding: string) => ({
  name: "partners.csv",
  content: new Uint8Array(iconv.encode(text, encoding)),
})

const namesIn = (workspace: Awaited<ReturnType<typeof keelson.workspace>>) =>
  keelson.platform.transact(workspace.system, async ({ db, actor }) => {
    const { workspaceId } = actor
    const found = await db.selectFrom("organization").select("name").where("workspaceId", "=", workspaceId).execute()
    return found.map(({ name }) => name)
  })

test("Cyrillic names arrive as they are", async () => {
  const workspace = await keelson.workspace("Cyrillic")
  const caller = await workspace.as("admin")
  const file = fieldFile("12-windows-1251/partners.csv")
  const id = await receive(caller, file)
  expect((await caller.call(previewImport, { import: id })).body).toMatchObject({
    encoding: "windows-1251",
    encodings: [],
  })
  expect(await importFile(caller, file)).toMatchObject({ state: "imported", rowsFailed: 0 })
  const names = await namesIn(workspace)
  expect(names).toContain("Данные Партнёр Техно 0")
  expect(names.filter((name) => name.includes("Партнёр")).length).toBeGreaterThan(10)
})

test("UTF-16 without a mark is found in any script", async () => {
  const workspace = await keelson.workspace("Wide")
  const file = written("name;type\n東京パートナー;reseller\nДанные;msp\n", "utf-16le")
  expect(await importFile(await workspace.as("admin"), file, { kind: "partners" })).toMatchObject({ rowsFailed: 0 })
  expect(await namesIn(workspace)).toEqual(expect.arrayContaining(["東京パートナー", "Данные"]))
})

test("where several encodings fit nothing is imported before one is chosen, and the lines are shown in each", async () => {
  const workspace = await keelson.workspace("Doubt")
  const caller = await workspace.as("admin")
  const file = written("name;type\nKőszegi;reseller\nGyőr;msp\n", "windows-1250")
  const checked = await checkFile(caller, file, { kind: "partners" })
  const remark = checked.summary.remarks?.find(({ code }) => code === "encoding-uncertain")
  expect(remark).toMatchObject({ key: "encoding-uncertain:", isOpen: true, count: 2 })
  expect(remark?.choices).toContain("windows-1250")
  expect(remark?.examples[0]).toMatchObject({ line: 2, text: expect.stringContaining("windows-1250: Kőszegi") })
  expect(await importFile(caller, file, { kind: "partners" })).toMatchObject({ state: "checked" })
  const answers = { "encoding-uncertain:": "windows-1250" }
  expect(await importFile(caller, file, { kind: "partners", answers })).toMatchObject({ state: "imported" })
  expect(await namesIn(workspace)).toEqual(expect.arrayContaining(["Kőszegi", "Győr"]))
})
