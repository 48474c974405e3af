import { expect, test } from "vitest"
import { importFile } from "#test/imports"
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
