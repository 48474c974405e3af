import { expect, test } from "vitest"
import { editAgreement, listAgreements } from "#contract/agreements"
import { editOrganization, listOrganizations } from "#contract/organizations"
import { importFile, untilSettled } from "#test/imports"
import { type Caller, startTestKeelson } from "#test/keelson"
import { statementsOf } from "#test/statements"
import * as contract from "../contract.ts"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

const update = (...fields: string[]) => Object.fromEntries(fields.map((field) => [`row-differs:${field}`, "update"]))

const lumen = "id,name,type,started on\nP-1,Lumen Partners,reseller,2024-01-15\n"

const place = async (name: string, partners = lumen) => {
  const workspace = await keelson.workspace(name)
  const caller = await workspace.as("admin")
  expect(await importFile(caller, partners, { kind: "partners" })).toMatchObject({ state: "imported", rowsFailed: 0 })
  const rows = <T>(table: "agreement" | "commitment" | "contact", columns: readonly string[]) =>
    keelson.platform.transact(workspace.system, async ({ db, actor }) => {
      const found = await db.selectFrom(table).selectAll().where("workspaceId", "=", actor.workspaceId).execute()
      return found.map((row) => columns.map((column) => (row as Record<string, unknown>)[column])) as T[][]
    })
  return { workspace, caller, rows }
}

const undo = async (caller: Caller, id: string) => {
  expect(await caller.call(contract.undoImport, { import: id })).toMatchObject({ status: 200 })
  return untilSettled(caller, id)
}

test("a company that the next export changed is as it was, but for what somebody has changed since, which is listed", async () => {
  const partners = "id,name,type,country,industries\nP-1,Lumen Partners,reseller,"
  const { caller } = await place("Companies undone", `${partners}DE,Energy\n`)
  const company = async () => (await caller.call(listOrganizations, { search: "Lumen" })).body.items[0]
  const answers = update("country", "industries")
  const second = await importFile(caller, `${partners}AT,Retail\n`, { kind: "partners", answers })
  expect(second).toMatchObject({ state: "imported", summary: { changed: { organization: 1 } } })
  const changed = await company()
  expect(changed).toMatchObject({ country: "AT", industries: ["Retail"] })
  const said = { organization: changed?.id ?? "", name: "Lumen Partners", industries: ["Retail"], country: "CH" }
  const edited = await caller.call(editOrganization, said, { ifMatch: changed?.version ?? 0 })
  expect(edited, JSON.stringify(edited.body)).toMatchObject({ status: 200 })
  expect(await undo(caller, second.id)).toMatchObject({
    state: "undone",
    summary: {
      restored: { organization: 1 },
      changedSince: [{ table: "organization", name: "Lumen Partners", fields: ["country"] }],
    },
  })
  expect(await company()).toMatchObject({ country: "CH", industries: ["Energy"] })
})

test("of an agreement that the next export changed the term that somebody set since stays, with its day of notice, and is listed", async () => {
  const { caller, rows } = await place("Agreements undone")
  const agreements = "id,partner,title,starts on,ends on,notice days,value,currency\nA-1,Lumen Partners,"
  await importFile(caller, `${agreements}Reseller agreement,2024-01-15,2027-01-14,90,1000,EUR\n`)
  const answers = update("title", "ends_on", "value")
  const second = await importFile(caller, `${agreements}Master,2024-01-15,2028-01-14,90,"2,000.00",USD\n`, { answers })
  expect(second).toMatchObject({ state: "imported", summary: { changed: { agreement: 1 } } })
  const [[partnership] = []] = await rows<string>("agreement", ["partnershipId"])
  const [agreement] = (await caller.call(listAgreements, { partnership: partnership ?? "" })).body.items
  const term = { title: "Master", startsOn: "2024-01-15", endsOn: "2029-01-14", noticeDays: 90 }
  const edit = { agreement: agreement?.id ?? "", ...term }
  expect(await caller.call(editAgreement, edit, { ifMatch: agreement?.version ?? 0 })).toMatchObject({ status: 200 })
  expect(await undo(caller, second.id)).toMatchObject({
    summary: {
      restored: { agreement: 1 },
      changedSince: [{ table: "agreement", name: "Master", fields: ["ends_on"] }],
    },
  })
  expect(await rows("agreement", ["title", "endsOn", "noticeOn", "valueMinor", "currency"])).toEqual([
    ["Reseller agreement", "2029-01-14", "2028-10-16", 100_000, "EUR"],
  ])
})

test("of a promise that the next export changed what a later file changed stays, and is listed", async () => {
  const { caller, rows } = await place("Promises undone")
  const promises = "id,partner,owed by,promise,cadence,starts on,evidence\nK-1,Lumen Partners,partner,"
  await importFile(caller, `${promises}Pipeline review,monthly,2026-01-01,file\n`)
  const answers = update("title", "evidence")
  const second = await importFile(caller, `${promises}Pipeline call,monthly,2026-01-01,record\n`, { answers })
  expect(second).toMatchObject({ state: "imported", summary: { changed: { commitment: 1 } } })
  const third = await importFile(caller, `${promises}Pipeline talk,monthly,2026-01-01,record\n`, { answers })
  expect(third).toMatchObject({ state: "imported", summary: { changed: { commitment: 1 } } })
  expect(await undo(caller, second.id)).toMatchObject({
    summary: {
      restored: { commitment: 1 },
      changedSince: [{ table: "commitment", name: "Pipeline talk", fields: ["title"] }],
    },
  })
  expect(await rows("commitment", ["title", "evidenceNeeded"])).toEqual([["Pipeline talk", "file"]])
})

test("more rows than are read at once are all given back, page by page", async () => {
  const { workspace, caller, rows } = await place("Many undone")
  const many = 11_000
  const people = (title: string) =>
    `id,partner,name,title\n${Array.from({ length: many }, (_, at) => `C-${at},Lumen Partners,Person ${at},${title}`).join("\n")}\n`
  await importFile(caller, people("Head of Sales"), { kind: "people" })
  const second = await importFile(caller, people("Chief"), { kind: "people", answers: update("title") })
  expect(second).toMatchObject({ state: "imported", summary: { changed: { contact: many } } })
  const titles = async () => Map.groupBy(await rows<string>("contact", ["title"]), ([title]) => title)
  expect([...(await titles()).keys()]).toEqual(["Chief"])
  const sent = await statementsOf(workspace.system.workspaceId, async () => {
    expect(await undo(caller, second.id)).toMatchObject({ summary: { restored: { contact: many } } })
  })
  const read = sent.filter((each) => each.startsWith("select") && each.includes('from "import_change"'))
  expect(read.filter((each) => each.includes('"row_id" > '))).toHaveLength(Math.floor(many / 5_000))
  expect([...(await titles()).keys()]).toEqual(["Head of Sales"])
})
