import { expect, test } from "vitest"
import { listDeals, moveDeal } from "#contract/deals"
import { editPartnership } from "#contract/partnerships"
import { checkFile, fieldFile, importFile, untilSettled } from "#test/imports"
import { startTestKeelson } from "#test/keelson"
import * as contract from "../contract.ts"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

const corrected = "06-corrected-export"
const update = (...fields: string[]) => Object.fromEntries(fields.map((field) => [`row-differs:${field}`, "update"]))

const workspaceWith = async (name: string, partners: Parameters<typeof importFile>[1]) => {
  const workspace = await keelson.workspace(name)
  const caller = await workspace.as("admin")
  const partnersRun = await importFile(caller, partners, { kind: "partners" })
  expect(partnersRun).toMatchObject({ state: "imported", rowsFailed: 0 })
  const partnerships = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
    db.selectFrom("partnership").select("id").where("workspaceId", "=", actor.workspaceId).execute(),
  )
  const items = async () => {
    const found = []
    for (const { id } of partnerships)
      found.push(...(await caller.call(listDeals, { partnership: id, limit: 100 })).body.items)
    return found.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  }
  const deals = async () =>
    (await items()).map(({ name, state, closeOn, amount }) => [name, state, closeOn, amount?.amountMinor])
  const undo = async (id: string) => {
    expect(await caller.call(contract.undoImport, { import: id })).toMatchObject({ status: 200 })
    return untilSettled(caller, id)
  }
  return { workspace, caller, partnersRun, items, deals, undo }
}

test("deals that differ in the next export are shown field by field, changed once somebody says so, and as they were once it is undone", async () => {
  const { workspace, caller, deals, undo } = await workspaceWith(
    "Corrected",
    fieldFile(`${corrected}/partners-june.csv`),
  )
  expect(await importFile(caller, fieldFile(`${corrected}/deals-june.csv`))).toMatchObject({ rowsFailed: 0 })
  const june = await deals()
  const held = await importFile(caller, fieldFile(`${corrected}/deals-october.csv`))
  expect(held.state).toBe("checked")
  expect(held.summary).toMatchObject({ created: { deal: 1 }, known: 2 })
  const told = held.summary.remarks?.map(({ key, count, examples, isOpen }) => [
    key,
    count,
    isOpen,
    examples.map(({ line, text, becomes }) => `${line} ${text} -> ${becomes}`),
  ])
  expect(told).toEqual([
    ["row-differs:amount", 1, true, ["2 Rollout: 10000.00 EUR -> 12500.00 EUR"]],
    ["row-differs:state", 2, true, ["2 Rollout: submitted -> won", "3 Pilot: approved -> lost"]],
    ["row-differs:close_on", 1, true, ["2 Rollout: 2026-09-30 -> 2026-09-20"]],
    ["ends-before-the-file:", 1, false, ["2 Lumen Partners: 2026-06-02 -> null"]],
  ])
  expect(held.summary.remarks?.[0]?.examples[0]).toMatchObject({
    ...{ here: { called: "Rollout", was: "10000.00 EUR" }, becomes: "12500.00 EUR" },
  })
  expect(await deals()).toEqual(june)
  const answers = update("amount", "state", "close_on")
  const done = await importFile(caller, fieldFile(`${corrected}/deals-october.csv`), { answers })
  expect(done).toMatchObject({ state: "imported", summary: { created: { deal: 1 }, known: 2, changed: { deal: 2 } } })
  expect(await deals()).toEqual([
    ["Pilot", "lost", "2026-08-15", 500_000],
    ["Rollout", "won", "2026-09-20", 1_250_000],
    ["Second", "submitted", "2026-12-15", 700_000],
  ])
  const events = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
    db
      .selectFrom("event")
      .select(["kind", "source", "payload"])
      .where("workspaceId", "=", actor.workspaceId)
      .where("subjectType", "=", "deal")
      .execute(),
  )
  expect(events.map(({ kind, source }) => `${kind} ${source}`).toSorted()).toEqual([
    ...["deal.close_date_moved import", "deal.corrected import", "deal.moved import", "deal.moved import"],
  ])
  const undone = await undo(done.id)
  expect(undone).toMatchObject({ state: "undone", summary: { removed: { deal: 1 }, restored: { deal: 2 } } })
  expect(await deals()).toEqual(june)
})

test("answers hold for the next file with the same columns, and what is left alone is said", async () => {
  const { caller, deals } = await workspaceWith("Left", fieldFile(`${corrected}/partners-june.csv`))
  await importFile(caller, fieldFile(`${corrected}/deals-june.csv`))
  const answers = { ...update("amount"), "row-differs:state": "keep", "row-differs:close_on": "keep" }
  await importFile(caller, fieldFile(`${corrected}/deals-october.csv`), { answers })
  expect(await deals()).toEqual([
    ["Pilot", "approved", "2026-08-15", 500_000],
    ["Rollout", "submitted", "2026-09-30", 1_250_000],
    ["Second", "submitted", "2026-12-15", 700_000],
  ])
  const next = new TextDecoder().decode(fieldFile(`${corrected}/deals-october.csv`).content).replace("12500", "13000")
  expect(await importFile(caller, next)).toMatchObject({ state: "imported", summary: { changed: { deal: 1 } } })
  expect((await deals())[1]).toEqual(["Rollout", "submitted", "2026-09-30", 1_300_000])
})

test("what people changed since is kept unless somebody chooses the file's; empty cells erase nothing unless asked; the same in other writing is the same", async () => {
  const { caller, items, deals } = await workspaceWith("Edited", fieldFile(`${corrected}/partners-june.csv`))
  await importFile(caller, fieldFile(`${corrected}/deals-june.csv`))
  const rollout = (await items()).find(({ name }) => name === "Rollout")
  const moved = await caller.call(moveDeal, { deal: rollout?.id ?? "", state: "approved" }, { ifMatch: 1 })
  expect(moved, JSON.stringify(moved.body)).toMatchObject({ status: 200 })
  const columns = "id,partner,deal,amount,currency,state,registered on,close on\n"
  const blank = `${columns}D-1,Lumen Partners,Rollout,"10,000.00",EUR,won,2026-06-02,\n`
  const kept = await importFile(caller, blank)
  expect(kept.summary.remarks?.map(({ key, usual, isOpen }) => [key, usual, isOpen])).toEqual([
    ["edited-here:state", "keep", false],
    ["blank-erases:close_on", "keep", false],
  ])
  expect((await deals())[1]).toEqual(["Rollout", "approved", "2026-09-30", 1_000_000])
  const answers = { "edited-here:state": "update", "blank-erases:close_on": "erase" }
  await importFile(caller, blank.replace("D-1,Lumen Partners", "D-1, Lumen Partners"), { answers })
  expect((await deals())[1]).toEqual(["Rollout", "won", null, 1_000_000])
  const back = await checkFile(caller, blank.replace("won", "submitted"), { answers: update("state") })
  expect(back.summary.remarks?.map(({ key, choices }) => [key, choices])).toContainEqual([
    "change-not-allowed:state",
    [],
  ])
})

test("activities without an id that were recorded before are left out, as often as they were recorded", async () => {
  const folder = "07-growing-export-doubles"
  const { workspace, caller, undo } = await workspaceWith("Doubles", fieldFile(`${folder}/partners.csv`))
  const count = async () =>
    keelson.platform.transact(workspace.system, async ({ db, actor }) => {
      const rows = await db
        .selectFrom("activity")
        .select("id")
        .where("workspaceId", "=", actor.workspaceId)
        .where("retractedAt", "is", null)
        .execute()
      return rows.length
    })
  await importFile(caller, fieldFile(`${folder}/log-1.csv`))
  const checked = await checkFile(caller, fieldFile(`${folder}/log-2.csv`))
  expect(checked.summary).toMatchObject({ created: { activity: 1 }, known: 2 })
  expect(checked.summary.remarks).toMatchObject([
    { key: "recorded-before:", count: 2, usual: "leave", isOpen: false, examples: [{ line: 2 }, { line: 3 }] },
  ])
  const second = await importFile(caller, fieldFile(`${folder}/log-2.csv`))
  expect(second.summary).toMatchObject({ created: { activity: 1 }, known: 2 })
  expect(await count()).toBe(3)
  const twice = "partner,date,activity,person\nLumen Partners,2026-06-01,call,Ann\nLumen Partners,2026-06-01,call,Ann\n"
  expect((await importFile(caller, twice)).summary).toMatchObject({ created: { activity: 1 }, known: 1 })
  expect(await count()).toBe(4)
  await undo(second.id)
  expect(await count()).toBe(3)
  const again = await importFile(caller, `${twice}\n`, { answers: { "recorded-before:": "record" } })
  expect(again.summary).toMatchObject({ created: { activity: 2 } })
  expect(await count()).toBe(5)
})

test("an activity with an id, and a week's value, are corrected as a new fact: an earlier day still knows the old one", async () => {
  const { workspace, caller, undo } = await workspaceWith("Facts", fieldFile("07-growing-export-doubles/partners.csv"))
  const facts = () =>
    keelson.platform.transact(workspace.system, async ({ db, actor }) => {
      const activities = await db
        .selectFrom("activity")
        .select(["kind as what", "person as says", "retractedAt"])
        .where("workspaceId", "=", actor.workspaceId)
        .orderBy("id")
        .execute()
      const values = await db
        .selectFrom("measurement")
        .select(["signal as what", "value as says", "retractedAt"])
        .where("workspaceId", "=", actor.workspaceId)
        .orderBy("id")
        .execute()
      return [...activities, ...values].map(({ what, says, retractedAt }) => [what, says, retractedAt === null])
    })
  await importFile(caller, "id,partner,date,activity,person\nA-1,Lumen Partners,2026-06-01,call,Ann\n")
  await importFile(caller, "partner,signal,week,value\nLumen Partners,registrations,2026-06-01,4\n")
  const call = "id,partner,date,activity,person\nA-1,Lumen Partners,2026-06-01,call,Ben\n"
  const week = "partner,signal,week,value\nLumen Partners,registrations,2026-06-01,6\n"
  expect(await importFile(caller, call)).toMatchObject({ state: "checked" })
  expect(await importFile(caller, week)).toMatchObject({ state: "checked" })
  const first = await importFile(caller, call, { answers: update("person") })
  expect(first).toMatchObject({ state: "imported", summary: { changed: { activity: 1 }, created: {} } })
  const second = await importFile(caller, week, { answers: { "recorded-otherwise:": "update" } })
  expect(second).toMatchObject({ state: "imported", summary: { changed: { measurement: 1 } } })
  expect(await facts()).toEqual([
    ...[
      ["call", "Ann", false],
      ["call", "Ben", true],
      ["registrations", 4, false],
      ["registrations", 6, true],
    ],
  ])
  await undo(first.id)
  await undo(second.id)
  expect(await facts()).toEqual([
    ...[
      ["call", "Ann", true],
      ["call", "Ben", false],
      ["registrations", 4, true],
      ["registrations", 6, false],
    ],
  ])
})

test("partners of the next export are corrected, and empty cells erase nothing", async () => {
  const { workspace, caller, undo } = await workspaceWith("July", fieldFile(`${corrected}/partners-june.csv`))
  const partners = () =>
    keelson.platform.transact(workspace.system, async ({ db, actor }) => {
      const rows = await db
        .selectFrom("partnership as p")
        .innerJoin("organization as o", (join) =>
          join.onRef("o.workspaceId", "=", "p.workspaceId").onRef("o.id", "=", "p.organizationId"),
        )
        .select(["p.name", "p.stage", "p.tier", "o.country", "p.startedOn"])
        .where("p.workspaceId", "=", actor.workspaceId)
        .orderBy("p.name")
        .execute()
      return rows.map((row) => Object.values(row))
    })
  const june = await partners()
  const held = await importFile(caller, fieldFile(`${corrected}/partners-july.csv`))
  expect(held.state).toBe("checked")
  expect(held.summary.remarks?.map(({ key, count, isOpen }) => [key, count, isOpen]).toSorted()).toEqual([
    ...[
      ["blank-erases:country", 1, false],
      ["blank-erases:started_on", 1, false],
      ["blank-erases:tier", 1, false],
    ],
    ...[
      ["row-differs:stage", 1, true],
      ["row-differs:started_on", 1, true],
      ["row-differs:tier", 1, true],
    ],
  ])
  const answers = update("stage", "tier", "started_on")
  const done = await importFile(caller, fieldFile(`${corrected}/partners-july.csv`), { answers })
  expect(done).toMatchObject({ state: "imported", summary: { created: {}, changed: { partnership: 1 }, known: 2 } })
  expect(await partners()).toEqual([
    ["Lumen Partners", "active", "Platinum", "DE", "2024-02-15"],
    ["Orbit Works", "active", "Gold", "FR", "2023-05-01"],
  ])
  await undo(done.id)
  expect(await partners()).toEqual(june)
})

test("what people have worked on since an import stays when it is undone, and is listed; so does a field that they changed after a correction", async () => {
  const folder = "27-undo-after-edits"
  const { workspace, caller, partnersRun, items, undo } = await workspaceWith(
    "Worked on",
    fieldFile(`${folder}/partners.csv`),
  )
  const first = await importFile(caller, fieldFile(`${folder}/deals.csv`))
  const deal = (await items()).find(({ name }) => name === "A")
  await caller.call(moveDeal, { deal: deal?.id ?? "", state: "approved" }, { ifMatch: 1 })
  const lumen = () =>
    keelson.platform.transact(workspace.system, ({ db, actor }) =>
      db
        .selectFrom("partnership")
        .select(["id", "version", "tier", "program", "ownerId"])
        .where("workspaceId", "=", actor.workspaceId)
        .where("name", "=", "Lumen Partners")
        .executeTakeFirstOrThrow(),
    )
  const edit = async (details: { tier: string; program?: string; reason?: string }) => {
    const { id, version, ownerId } = await lumen()
    const owner = ownerId === null ? {} : { ownerId }
    const said = { name: "Lumen Partners", type: "reseller", currency: "EUR", ...owner, ...details } as const
    const edited = await caller.call(editPartnership, { partnership: id, ...said }, { ifMatch: version })
    expect(edited, JSON.stringify(edited.body)).toMatchObject({ status: 200 })
  }
  await edit({ tier: "Platinum", reason: "Grown" })
  const deals = await undo(first.id)
  expect(deals.summary).toMatchObject({
    ...{ removed: { deal: 1 }, kept: { deal: 1 } },
    changedSince: [{ table: "deal", name: "A", fields: ["state"] }],
  })
  const partners = await undo(partnersRun.id)
  expect(partners.summary).toMatchObject({
    ...{ removed: { partnership: 1, organization: 1 }, kept: { partnership: 1, organization: 1 } },
    changedSince: [{ table: "partnership", name: "Lumen Partners", fields: ["tier"] }],
  })
  const next = "id,name,type,domain,tier,program\nL1,Lumen Partners,reseller,lumen.example,Diamond,Prime\n"
  const answers = { ...update("program"), "edited-here:tier": "update" }
  const correctedRun = await importFile(caller, next, { answers })
  expect(correctedRun).toMatchObject({ state: "imported", summary: { changed: { partnership: 1 } } })
  expect(await lumen()).toMatchObject({ tier: "Diamond", program: "Prime" })
  await edit({ tier: "Diamond", program: "Own" })
  const back = await undo(correctedRun.id)
  expect(back.summary).toMatchObject({
    restored: { partnership: 1 },
    changedSince: [{ name: "Lumen Partners", fields: ["program"] }],
  })
  expect(await lumen()).toMatchObject({ tier: "Platinum", program: "Own" })
})
