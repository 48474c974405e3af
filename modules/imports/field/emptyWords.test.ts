import { expect, test } from "vitest"
import { checkFile, fieldFile, importFile } from "#test/imports"
import { startTestKeelson } from "#test/keelson"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

test("words for nothing are empty cells, and told: no date, country or person is called N/A", async () => {
  const workspace = await keelson.workspace("Not available")
  const caller = await workspace.as("admin")
  const run = await importFile(caller, fieldFile("17-not-available/partners.csv"))
  expect(run).toMatchObject({ state: "imported", rowsTotal: 4, rowsFailed: 0 })
  const told = run.summary.remarks?.map(({ code, field, count }) => [code, field, count])
  expect(told).toEqual([
    ["read-as-empty", "started_on", 3],
    ["read-as-empty", "tier", 3],
    ["read-as-empty", "ends_on", 3],
    ["read-as-empty", "country", 2],
  ])
  const met = await importFile(caller, fieldFile("17-not-available/activities.csv"))
  expect(met).toMatchObject({ state: "imported", rowsFailed: 0 })
  const people = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
    db.selectFrom("activity").select("person").where("workspaceId", "=", actor.workspaceId).execute(),
  )
  expect(people).toEqual([{ person: null }, { person: null }, { person: null }])
})

test("a column of nothing but such words keeps its field", async () => {
  const workspace = await keelson.workspace("Elsewhere")
  const caller = await workspace.as("admin")
  const partners = await importFile(caller, fieldFile("17b-not-available-elsewhere/partners.csv"))
  expect(partners).toMatchObject({ state: "imported", rowsFailed: 0, summary: { created: { partnership: 3 } } })
  expect(partners.summary.remarks?.filter(({ code }) => code === "column-left-out")).toEqual([])
  const recorded = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
    db.selectFrom("partnership").select(["tier", "startedOn"]).where("workspaceId", "=", actor.workspaceId).execute(),
  )
  expect(recorded).toEqual(Array.from({ length: 3 }, () => ({ tier: null, startedOn: null })))
  const people = await importFile(caller, fieldFile("17b-not-available-elsewhere/people.csv"), { kind: "people" })
  expect(people).toMatchObject({ state: "imported", rowsFailed: 0, summary: { created: { contact: 1 } } })
})

test("whoever means the word says so; a needed field cannot hold nothing", async () => {
  const caller = await (await keelson.workspace("Meant")).as("admin")
  const file = "Name,Type,Tier\nNone,reseller,None\nOrbit,msp,Gold\n"
  const checked = await checkFile(caller, file, { kind: "partners" })
  expect(checked).toMatchObject({ rowsFailed: 1 })
  const answers = { "read-as-empty:name": "word", "read-as-empty:tier": "word" }
  expect(await checkFile(caller, file, { kind: "partners", answers })).toMatchObject({ rowsFailed: 0 })
})
