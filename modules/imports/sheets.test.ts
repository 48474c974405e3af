import { expect, test } from "vitest"
import { previewImport } from "#contract/imports"
import { listPartnerships } from "#contract/portfolio"
import { checkFile, importFile } from "#test/imports"
import { startTestKeelson } from "#test/keelson"
import { textRow, workbookOf } from "./reading/filesForTests.ts"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

test("a workbook of several kinds is read at the sheet of the kind that is asked for", async () => {
  const caller = await (await keelson.workspace("Kinds")).as("admin")
  const content = workbookOf({
    Notes: textRow(1, "Read me first"),
    Firms: textRow(1, "name", "type", "country") + textRow(2, "Lumen", "reseller", "DE"),
    Log: textRow(1, "partner", "date", "activity") + textRow(2, "Lumen", "2026-01-05", "call"),
  })
  const file = { name: "all.xlsx", content: new Uint8Array(content) }
  const partners = await importFile(caller, file)
  expect(partners).toMatchObject({ kind: "partners", summary: { created: { partnership: 1 } } })
  expect(partners.summary.remarks?.filter(({ code }) => code === "sheet-not-read").map(({ header }) => header)).toEqual(
    ["Notes", "Log"],
  )
  const activities = await importFile(caller, file, { kind: "activities" })
  expect(activities).toMatchObject({ state: "imported", rowsFailed: 0, summary: { created: { activity: 1 } } })
})

test("a hidden sheet that holds something is told as not read, and can be chosen", async () => {
  const caller = await (await keelson.workspace("Hidden")).as("admin")
  const content = workbookOf(
    {
      Firms: textRow(1, "name", "type") + textRow(2, "Lumen", "reseller"),
      Archive: textRow(1, "name", "type") + textRow(2, "Orbit", "reseller"),
      Empty: "",
    },
    { hidden: ["Archive", "Empty"] },
  )
  const file = { name: "book.xlsx", content: new Uint8Array(content) }
  const { id, summary } = await checkFile(caller, file)
  expect(summary.remarks?.flatMap(({ code, header }) => (code === "sheet-not-read" ? [header] : []))).toEqual([
    "Archive",
  ])
  const { body } = await caller.call(previewImport, { import: id })
  expect(body.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
    ["Firms", false],
    ["Archive", true],
  ])
  await importFile(caller, file, { sheet: "Archive" })
  expect((await caller.call(listPartnerships, {})).body.items.map(({ name }) => name)).toEqual(["Orbit"])
})

test("the total of a group is one wherever the group's name stands above it", async () => {
  const caller = await (await keelson.workspace("Groups")).as("admin")
  const file = "Country,Partner,Type\nDE,Lumen,reseller\n,Orbit,reseller\nDE Total,2,\nUS,Quasar,reseller\n"
  const done = await importFile(caller, file, { kind: "partners" })
  expect(done).toMatchObject({ rowsFailed: 0, summary: { created: { partnership: 3 } } })
})
