import { expect, test } from "vitest"
import { importFile, untilSettled } from "#test/imports"
import { startTestKeelson } from "#test/keelson"
import * as contract from "../contract.ts"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

const partners = "id,name,type,started on\nP-1,Lumen Partners,reseller,2024-01-15\n"

type Case = Readonly<{
  kind: string
  table: "agreement" | "objective" | "commitment" | "contact"
  columns: readonly string[]
  first: string
  next: string
  told: readonly string[]
  answers: Readonly<Record<string, string>>
  before: readonly unknown[]
  after: readonly unknown[]
  events: readonly string[]
}>

const update = (...fields: string[]) => Object.fromEntries(fields.map((field) => [`row-differs:${field}`, "update"]))
const agreements = "id,partner,title,starts on,ends on,notice days,value,currency\n"
const objectives = "id,partner,objective,target,unit,starts on,ends on\n"
const promises = "id,partner,owed by,promise,cadence,starts on,evidence\n"
const people = "partner,name,email,title,phone\n"

const cases: readonly Case[] = [
  {
    ...{ kind: "agreements", table: "agreement", columns: ["title", "endsOn", "noticeOn", "valueMinor"] },
    first: `${agreements}A-1,Lumen Partners,Reseller agreement,2024-01-15,2027-01-14,90,1000,EUR\n`,
    next: `${agreements}A-1,Lumen Partners,Reseller agreement,2024-01-15,2028-01-14,90,"2,000.00",EUR\n`,
    told: ["row-differs:ends_on", "row-differs:value"],
    answers: update("ends_on", "value"),
    before: ["Reseller agreement", "2027-01-14", "2026-10-16", 100_000],
    after: ["Reseller agreement", "2028-01-14", "2027-10-15", 200_000],
    events: ["agreement.changed"],
  },
  {
    ...{ kind: "objectives", table: "objective", columns: ["title", "target", "startsOn", "endsOn"] },
    first: `${objectives}O-1,Lumen Partners,Bookings,100,EUR,2024-01-15,2024-12-31\n`,
    next: `${objectives}O-1,Lumen Partners,Bookings,120,EUR,2025-01-15,2025-12-31\n`,
    told: ["row-differs:ends_on", "row-differs:starts_on", "row-differs:target"],
    answers: update("ends_on", "starts_on", "target"),
    before: ["Bookings", 100, "2024-01-15", "2024-12-31"],
    after: ["Bookings", 120, "2025-01-15", "2025-12-31"],
    events: ["import.corrected"],
  },
  {
    ...{ kind: "commitments", table: "commitment", columns: ["title", "cadence", "evidenceNeeded"] },
    first: `${promises}K-1,Lumen Partners,partner,Pipeline review,monthly,2026-01-01,\n`,
    next: `${promises}K-1,Lumen Partners,partner,Pipeline call,weekly,2026-01-01,\n`,
    told: ["change-not-allowed:cadence", "row-differs:title"],
    answers: update("title"),
    before: ["Pipeline review", "monthly", "any"],
    after: ["Pipeline call", "monthly", "any"],
    events: ["import.corrected"],
  },
  {
    ...{ kind: "people", table: "contact", columns: ["name", "title", "phone"] },
    first: `${people}Lumen Partners,Ada Example,ada@lumen.example,Head of Sales,+49 89 1234567\n`,
    next: `${people}Lumen Partners,ada example,Ada@lumen.example,CEO,\n`,
    told: ["blank-erases:phone", "row-differs:title"],
    answers: { ...update("title"), "blank-erases:phone": "erase" },
    before: ["Ada Example", "Head of Sales", "+49 89 1234567"],
    after: ["Ada Example", "CEO", null],
    events: ["contact.changed"],
  },
]

test.each(cases)(
  "$kind: what differs is told, changed where it was chosen and may be, in the ledger, and undone",
  async (each) => {
    const workspace = await keelson.workspace(`Next ${each.kind}`)
    const caller = await workspace.as("admin")
    await importFile(caller, partners, { kind: "partners" })
    if (each.kind === "objectives")
      await importFile(caller, `${agreements}A-1,Lumen Partners,Reseller agreement,2024-01-15,2027-01-14,90,1000,EUR\n`)
    const rows = () =>
      keelson.platform.transact(workspace.system, async ({ db, actor }) => {
        const found = await db.selectFrom(each.table).selectAll().where("workspaceId", "=", actor.workspaceId).execute()
        return found.map((row) => each.columns.map((column) => (row as Record<string, unknown>)[column]))
      })
    const { kind } = each
    expect(await importFile(caller, each.first, { kind })).toMatchObject({ state: "imported", rowsFailed: 0 })
    expect(await rows()).toEqual([each.before])
    const held = await importFile(caller, each.next, { kind })
    expect(held).toMatchObject({ state: "checked", rowsFailed: 0, summary: { created: {}, known: 1 } })
    expect(held.summary.remarks?.map(({ key }) => key).toSorted()).toEqual(each.told)
    const done = await importFile(caller, each.next, { kind, answers: each.answers })
    expect(done).toMatchObject({ state: "imported", summary: { changed: { [each.table]: 1 } } })
    expect(await rows()).toEqual([each.after])
    const events = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
      db
        .selectFrom("event")
        .select("kind")
        .where("workspaceId", "=", actor.workspaceId)
        .where("source", "=", "import")
        .where("kind", "not in", ["import.finished", "import.undone"])
        .execute(),
    )
    expect(events.map((event) => event.kind)).toEqual(each.events)
    expect(await importFile(caller, `${each.next}\n`, { kind })).not.toMatchObject({ summary: { changed: {} } })
    expect(await caller.call(contract.undoImport, { import: done.id })).toMatchObject({ status: 200 })
    expect(await untilSettled(caller, done.id)).toMatchObject({ summary: { restored: { [each.table]: 1 } } })
    expect(await rows()).toEqual([each.before])
  },
)

test("the term of a partner is corrected where its agreement came with it, recorded where there is none, and told where there are others", async () => {
  const workspace = await keelson.workspace("Terms")
  const caller = await workspace.as("admin")
  const file = (rows: readonly string[]) => ["id,name,type,started on,ends on", ...rows].join("\n")
  const row = (id: string, name: string, endsOn: string) => `${id},${name},reseller,2024-01-15,${endsOn}`
  await importFile(caller, file([row("P-1", "Lumen", "2027-01-14"), row("P-2", "Orbit", ""), row("P-3", "Quasar", "")]))
  await importFile(caller, `${agreements}A-1,Quasar,Reseller agreement,2024-01-15,2027-01-14,90,1000,EUR\n`)
  const next = file(["P-1,Lumen", "P-2,Orbit", "P-3,Quasar"].map((each) => `${each},reseller,2024-01-15,2028-01-14`))
  const done = await importFile(caller, next, { kind: "partners", answers: update("ends_on") })
  expect(done).toMatchObject({
    state: "imported",
    summary: { known: 3, created: { agreement: 1 }, changed: { agreement: 1 } },
  })
  expect(done.summary.remarks?.map(({ key }) => key).toSorted()).toEqual([
    ...["row-differs:ends_on", "term-left-out:ends_on", "term-made:ends_on"],
  ])
  const terms = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
    db
      .selectFrom("agreement")
      .select(["title", "endsOn"])
      .where("workspaceId", "=", actor.workspaceId)
      .orderBy("title")
      .execute(),
  )
  expect(terms.map(({ title, endsOn }) => [title, endsOn])).toEqual([
    ...[
      ["Lumen", "2028-01-14"],
      ["Orbit", "2028-01-14"],
      ["Reseller agreement", "2027-01-14"],
    ],
  ])
})
