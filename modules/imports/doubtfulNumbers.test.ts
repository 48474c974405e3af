import { expect, test } from "vitest"
import { checkFile, importFile } from "#test/imports"
import { startTestKeelson } from "#test/keelson"
import { workbookOf } from "./reading/filesForTests.ts"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

const workspaceWith = async (name: string) => {
  const workspace = await keelson.workspace(name)
  const caller = await workspace.as("admin")
  await importFile(caller, "name,type\nLumen Partners,reseller\n")
  const values = () =>
    keelson.platform.transact(workspace.system, async ({ db, actor }) => {
      const rows = await db
        .selectFrom("measurement")
        .select(["signal", "value"])
        .where("workspaceId", "=", actor.workspaceId)
        .orderBy("periodStart")
        .execute()
      return rows.map(({ signal, value }) => `${signal} ${Number(value)}`)
    })
  const partners = () =>
    keelson.platform.transact(workspace.system, async ({ db, actor }) => {
      const rows = await db
        .selectFrom("partnership")
        .select("name")
        .where("workspaceId", "=", actor.workspaceId)
        .execute()
      return rows.map(({ name }) => name).toSorted()
    })
  return { caller, values, partners }
}

const measured = (signal: string, ...values: string[]) =>
  `partner,signal,side,week,value\n${values
    .map((value, at) => `Lumen Partners,${signal},partner,2026-01-${String(5 + 7 * at).padStart(2, "0")},${value}`)
    .join("\n")}\n`

test("fewer than none of what is counted is refused; an amount may be paid back", async () => {
  const { caller, values } = await workspaceWith("Less than nothing")
  const file = measured("registrations", "5", "-5", "(3)", "2-")
  expect(await importFile(caller, file)).toMatchObject({ state: "imported", rowsTotal: 4, rowsFailed: 3 })
  expect(await importFile(caller, measured("revenue", "-5"))).toMatchObject({ state: "imported", rowsFailed: 0 })
  expect(await values()).toEqual(["registrations 5", "revenue -5"])
})

test("90 beside 85 % is asked about where nobody has said what the signal is", async () => {
  const { caller, values } = await workspaceWith("Percent beside numbers")
  for (const [at, order] of [
    ["85 %", "90", "0.7"],
    ["90", "0.7", "85 %"],
  ].entries()) {
    const checked = await checkFile(caller, measured(`win_rate_${at}`, ...order))
    expect(checked.summary.remarks).toMatchObject([
      { key: `percent-beside-numbers:value:win_rate_${at}`, isOpen: true, choices: ["percent", "number", "refuse"] },
    ])
  }
  const file = measured("win_rate", "85 %", "90", "0.7")
  expect(await importFile(caller, file)).toMatchObject({ state: "checked" })
  const answers = { "percent-beside-numbers:value:win_rate": "percent" }
  expect(await importFile(caller, file, { answers })).toMatchObject({ state: "imported", rowsFailed: 0 })
  expect(await values()).toEqual(["win_rate 0.85", "win_rate 0.9", "win_rate 0.7"])
  expect(await importFile(caller, measured("tickets", "90", "12"))).toMatchObject({ summary: { remarks: [] } })
})

test("rows that are hidden in a sheet are told, and may be left out", async () => {
  const { caller, partners } = await workspaceWith("Hidden rows")
  const row = (line: number, cells: readonly string[], more = "") =>
    `<row r="${line}"${more}>${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`
  const rows = [
    row(1, ["Name", "Type"]),
    row(2, ["Elm", "reseller"]),
    row(3, ["Filtered out", "reseller"], ' hidden="1"'),
    row(4, ["Fir", "reseller"], ' hidden="0"'),
  ]
  const file = { name: "partners.xlsx", content: new Uint8Array(workbookOf({ Partners: rows.join("") })) }
  const checked = await checkFile(caller, file)
  expect(checked.summary.remarks).toMatchObject([
    { key: "row-hidden:", count: 1, usual: "take", examples: [{ line: 3, text: "Filtered out | reseller" }] },
  ])
  await importFile(caller, file, { answers: { "row-hidden:": "leave" } })
  expect(await partners()).toEqual(["Elm", "Fir", "Lumen Partners"])
})
