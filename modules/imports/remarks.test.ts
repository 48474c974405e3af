import { expect, test } from "vitest"
import { checkFile, fieldFile, importFile, receive, untilSettled } from "#test/imports"
import { startTestKeelson } from "#test/keelson"
import * as contract from "./contract.ts"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })
const admin = async (name: string) => (await keelson.workspace(name)).as("admin")

test("an optional cell that cannot be read costs the cell, is told, and the row if somebody wants it so", async () => {
  const caller = await admin("Phones")
  await importFile(caller, fieldFile("29-phone-as-people-write-it/partners.csv"))
  const people =
    "Partner,Name,Phone\nLumen Partners,Ada,call Bob\nLumen Partners,Ben,+49 30 123\nLumen Partners,Cy,see mail\n"
  const checked = await checkFile(caller, people, { kind: "people" })
  expect(checked).toMatchObject({ state: "checked", rowsFailed: 0 })
  expect(checked.summary.remarks).toEqual([
    {
      ...{ code: "cell-left-out", key: "cell-left-out:phone", field: "phone", header: null, value: null, count: 2 },
      examples: [
        { line: 2, text: "call Bob", becomes: null },
        { line: 4, text: "see mail", becomes: null },
      ],
      ...{ choices: ["drop", "refuse"], usual: "drop", answer: null, isOpen: false },
      message: "Phone cannot be read. Rows: 2.",
    },
  ])
  const strict = await checkFile(caller, people, { kind: "people", answers: { "cell-left-out:phone": "refuse" } })
  expect(strict).toMatchObject({ rowsFailed: 2, summary: { remarks: [] } })
  expect(await importFile(caller, people, { kind: "people" })).toMatchObject({ state: "imported", rowsFailed: 0 })
})

test("a column that is not read is told with what stands in it; an empty one is not worth a word", async () => {
  const caller = await admin("Columns")
  const checked = await checkFile(
    caller,
    "Name,Type,Colour,Blank\nLumen Partners,reseller,blue,\nOrbit,msp,,\nKauri,isv,red,\n",
  )
  expect(checked.summary.remarks).toMatchObject([
    { code: "column-left-out", header: "Colour", count: 2, choices: [], examples: [{ text: "blue" }, { text: "red" }] },
  ])
})

test("what was chosen holds for the next file with the same columns", async () => {
  const caller = await admin("Memory")
  const rows = (name: string) => `Name,Type,Country\n${name},reseller,Nowhereland\nElse ${name},msp,DE\n`
  const answers = { "cell-left-out:country": "refuse" }
  expect(await importFile(caller, rows("Lumen"), { kind: "partners", answers })).toMatchObject({ rowsFailed: 1 })
  expect(await importFile(caller, rows("Orbit"))).toMatchObject({ rowsFailed: 1 })
  const other = await checkFile(caller, "Name,Type,Country,Tier\nKauri,reseller,Nowhereland,Gold\n")
  expect(other, "other columns, another memory").toMatchObject({ rowsFailed: 0 })
})

test("an answer for a field that is not there, or one too long, is refused as such", async () => {
  const caller = await admin("Answers")
  const id = await receive(caller, "Name,Type\nLumen Partners,reseller\n")
  const answer = await caller.call(contract.decideImport, { import: id, answers: { ["x".repeat(800)]: "drop" } })
  expect(answer.status).toBe(422)
  for (const key of ["cell-left-out", "cell-left-out:phone", "unheard:name"])
    expect(await caller.call(contract.decideImport, { import: id, answers: { [key]: "drop" } })).toMatchObject({
      status: 422,
      body: { code: "unknown-answer", detail: { field: `answers.${key}` } },
    })
  expect((await untilSettled(caller, id)).state).toBe("uploaded")
})

test("an import that is started without a check and must ask writes nothing, and stands as after its check", async () => {
  const workspace = await keelson.workspace("Asked")
  const caller = await workspace.as("admin")
  const file = "Name,Type\nLumen,reseller\nOrbit,pal\n,msp\n"
  const run = await importFile(caller, file, { kind: "partners" })
  const told = run.summary.remarks?.map(({ key, isOpen }) => [key, isOpen])
  expect([run.state, run.rowsFailed, told]).toEqual(["checked", 2, [["unknown-value:type:pal", true]]])
  const { body } = await caller.call(contract.listImportErrors, { import: run.id })
  expect(body.items.map(({ line }) => line)).toEqual([3, 4])
  const partners = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
    db.selectFrom("partnership").select("id").where("workspaceId", "=", actor.workspaceId).execute(),
  )
  expect(partners).toEqual([])
  const again = await caller.call(contract.startImport, { import: run.id })
  expect(again).toMatchObject({ status: 422, body: { code: "choice-needed" } })
  const answers = { "unknown-value:type:pal": "msp" }
  expect(await importFile(caller, file, { kind: "partners", answers })).toMatchObject({
    state: "imported",
    rowsFailed: 1,
    summary: { created: { partnership: 2 } },
  })
})

test("an id that stands in several rows of one file is told; the first of them is recorded", async () => {
  const caller = await admin("Twice")
  await importFile(caller, "Name,Type\nLumen,reseller\n")
  const deals = "Partner,Deal,Deal ID,Created,Status\nLumen,A,D-1,2026-02-03,won\nLumen,B,D-2,2026-02-03,won\n"
  const once = await checkFile(caller, deals, { kind: "deals" })
  expect(once.summary.remarks).toEqual([])
  const run = await importFile(caller, `${deals}Lumen,C,D-1,2026-02-04,won\nLumen,D,D-1,2026-02-05,won\n`, {
    kind: "deals",
  })
  expect(run).toMatchObject({ state: "imported", summary: { created: { deal: 2 } } })
  expect(run.summary.remarks).toMatchObject([
    { code: "id-twice", value: "D-1", count: 2, choices: [], examples: [{ line: 4 }, { line: 5 }] },
  ])
})

test("a currency that cannot be read costs the row: without it the amount would count in another", async () => {
  const caller = await admin("Currency")
  await importFile(caller, "Name,Type\nLumen,reseller\n")
  const checked = await checkFile(
    caller,
    "Partner,Deal,Created,Status,Amount,Currency\nLumen,A,2026-02-03,won,100,galleons\nLumen,B,2026-02-03,won,100,USD\n",
    { kind: "deals" },
  )
  expect(checked).toMatchObject({ rowsFailed: 1, summary: { remarks: [] } })
})

test("only what was imported teaches the next file", async () => {
  const caller = await admin("Unlearnt")
  const file = (name: string) => `Name,Type,Country\n${name},pal,Nowhereland\nElse ${name},msp,DE\n`
  const answers = { "cell-left-out:country": "refuse" }
  const asked = await importFile(caller, file("Lumen"), { kind: "partners", answers })
  expect(asked.state).toBe("checked")
  const next = await checkFile(caller, file("Orbit"))
  expect(next.summary.remarks?.map(({ key, answer }) => [key, answer])).toContainEqual(["unknown-value:type:pal", null])
  expect(next.summary.remarks?.map(({ key }) => key)).toContain("cell-left-out:country")
})
