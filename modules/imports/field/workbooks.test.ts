import { expect, test } from "vitest"
import { previewImport } from "#contract/imports"
import { checkFile, fieldFile, importFile, receive } from "#test/imports"
import { startTestKeelson } from "#test/keelson"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

const remark = (run: Awaited<ReturnType<typeof checkFile>>, code: string) =>
  run.summary.remarks?.filter((each) => each.code === code)

const namesIn = (workspace: Awaited<ReturnType<typeof keelson.workspace>>) =>
  keelson.platform.transact(workspace.system, async ({ db, actor }) => {
    const found = await db
      .selectFrom("partnership")
      .innerJoin("organization", (join) =>
        join
          .onRef("organization.id", "=", "partnership.organizationId")
          .onRef("organization.workspaceId", "=", "partnership.workspaceId"),
      )
      .select("organization.name")
      .where("partnership.workspaceId", "=", actor.workspaceId)
      .execute()
    return found.map(({ name }) => name).sort()
  })

test("a formula that no spreadsheet has worked out is an error of its row that says what to do", async () => {
  const caller = await (await keelson.workspace("Formula")).as("admin")
  await importFile(caller, fieldFile("11-formula-without-value/partners.csv"), { kind: "partners" })
  const run = await importFile(caller, fieldFile("11-formula-without-value/deals.xlsx"), { kind: "deals" })
  expect(run).toMatchObject({ state: "imported", rowsTotal: 2, rowsFailed: 1, summary: { created: { deal: 1 } } })
})

test.each(["13-cover-sheet-first", "13b-empty-sheet-first"])(
  "%s: the sheet that holds the table is proposed, the others are listed and one may be chosen",
  async (folder) => {
    const workspace = await keelson.workspace(folder)
    const caller = await workspace.as("admin")
    const file = fieldFile(`${folder}/partners.xlsx`)
    const id = await receive(caller, file)
    const { body: preview } = await caller.call(previewImport, { import: id })
    const chosen = preview.sheets.find(({ name }) => name === preview.sheet)
    expect(preview.sheets).toHaveLength(2)
    expect(preview.sheets[1]).toEqual(chosen)
    expect(chosen?.rows).toBeGreaterThan(0)
    expect(chosen?.first.slice(0, 2)).toEqual(["name", "type"])
    const run = await importFile(caller, file)
    expect(run).toMatchObject({ state: "imported", rowsFailed: 0, kind: "partners" })
    expect(await namesIn(workspace)).toHaveLength(run.rowsTotal)
    // What holds something and is not read is told.
    expect(remark(run, "sheet-not-read")).toHaveLength(folder.startsWith("13-") ? 1 : 0)
  },
)

test("any prefix of the relationships' namespace is read", async () => {
  const workspace = await keelson.workspace("Prefix")
  const run = await importFile(await workspace.as("admin"), fieldFile("14-workbook-with-another-prefix/partners.xlsx"))
  expect(run).toMatchObject({ state: "imported", rowsTotal: 2, rowsFailed: 0 })
  expect(await namesIn(workspace)).toHaveLength(2)
})

test("totals and notes below a table are pointed out and left out, or taken by whoever wants them", async () => {
  const workspace = await keelson.workspace("Footer")
  const caller = await workspace.as("admin")
  const file = fieldFile("18-report-footer-in-xlsx/partners.xlsx")
  const checked = await checkFile(caller, file)
  expect(checked).toMatchObject({ state: "checked", rowsTotal: 4, rowsFailed: 0 })
  expect(remark(checked, "row-aside")).toMatchObject([
    {
      count: 4,
      usual: "leave",
      examples: [{ line: 6, text: "Subtotal" }, { line: 7, text: "Total" }, { line: 8 }],
    },
  ])
  const taken = await checkFile(caller, file, { kind: "partners", answers: { "row-aside:": "take" } })
  expect(taken).toMatchObject({ rowsTotal: 8 })
  expect(await importFile(caller, file)).toMatchObject({ state: "imported", rowsTotal: 4, rowsFailed: 0 })
  expect(await namesIn(workspace)).toEqual(["Cedar Group", "Dune Systems", "Elm Works", "Fir Media"])
})

test("rows that end early are filled up, and it is told", async () => {
  const workspace = await keelson.workspace("Short")
  const run = await importFile(await workspace.as("admin"), fieldFile("19-trailing-cells-left-out/partners.csv"))
  expect(run).toMatchObject({ state: "imported", rowsTotal: 3, rowsFailed: 0 })
  expect(await namesIn(workspace)).toEqual(["Short One", "Short Three", "Short Two"])
  expect(remark(run, "row-filled-up")).toMatchObject([{ count: 2, usual: "fill" }])
})

test("merged cells are asked about, and fill down for whoever says so", async () => {
  const caller = await (await keelson.workspace("Merged")).as("admin")
  await importFile(caller, fieldFile("24-merged-partner-cells/partners.csv"), { kind: "partners" })
  const file = fieldFile("24-merged-partner-cells/activities.xlsx")
  const checked = await checkFile(caller, file, { kind: "activities" })
  expect(checked).toMatchObject({ state: "checked", rowsFailed: 0 })
  expect(remark(checked, "merged-cells")).toMatchObject([
    {
      field: "partner",
      count: 2,
      isOpen: true,
      choices: ["fill", "leave"],
      examples: [{ becomes: "Lumen Partners" }, {}],
    },
  ])
  // Nothing is written before somebody has chosen.
  expect(await importFile(caller, file, { kind: "activities" })).toMatchObject({ state: "checked" })
  const left = await checkFile(caller, file, { kind: "activities", answers: { "merged-cells:partner": "leave" } })
  expect(left).toMatchObject({ rowsFailed: 2 })
  const run = await importFile(caller, file, { kind: "activities", answers: { "merged-cells:partner": "fill" } })
  expect(run).toMatchObject({ state: "imported", rowsFailed: 0, summary: { created: { activity: 4 } } })
})
