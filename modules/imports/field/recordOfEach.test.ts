import { expect, test } from "vitest"
import { recordActivity } from "#contract/activities"
import { listDeals, moveDeal, recordDeal } from "#contract/deals"
import { getDrift, getDriftInputs } from "#contract/drift"
import { listImportCovers, listImportErrors, undoImport } from "#contract/imports"
import { weekFromNumber, weekNumber } from "#core/time"
import { buildSeries, type Series, weeksOf } from "#modules/signals"
import { sql } from "#platform/database"
import { movableClock } from "#test/clock"
import { checkFile, importFile, untilSettled } from "#test/imports"
import { type Caller, startTestKeelson } from "#test/keelson"
import { calls, days, end, imported, knownWeeks, logOf, scanned } from "#test/scans"
import { statementsOf } from "#test/statements"

/** Past noon, which a day without a time stands for. */
const clock = movableClock("2026-11-28T15:00:00.000Z")
const keelson = await startTestKeelson({ worker: true, clock, environment: { LOG_LEVEL: "warn" } })
const opened = async (name: string) => {
  const workspace = await keelson.workspace(name)
  const caller = await workspace.as("owner")
  await imported(caller, "Name,Type\nLumen,reseller\nOrbit,reseller\n")
  return { workspace, caller }
}
const reviews = (partner: string, from: string, until: string) =>
  days(from, until, 28).map((day) => `${partner},${day},quarterly review,Ada`)
const dealsOf = (rows: readonly string[]) =>
  ["Partner,Deal name,State,Registered on,Expected close,Amount", ...rows].join("\n")
const lastWeek = "2026-11-16"

test("a file tells of a partner's signal only what it says of that partner and that signal", async () => {
  const { caller } = await opened("Each signal")
  await imported(
    caller,
    logOf(calls("Lumen", "2024-09-02", "2025-02-28"), reviews("Lumen", "2024-09-02", "2025-02-28")),
  )
  const later = await imported(
    caller,
    logOf(calls("Lumen", "2025-03-03", "2026-11-20"), reviews("Orbit", "2025-03-03", "2026-11-20")),
  )
  const { partnership, weeks, drift } = await (await scanned(caller))("Lumen")
  const spans = (await caller.call(listImportCovers, { import: later.id, limit: 3 })).body
  const span = { from: "2025-03-03", until: "2026-11-20" }
  expect(spans.total).toBe(5)
  expect(spans.items).toMatchObject([
    { ...span, partner: "Lumen", signal: "active_contacts" },
    { ...span, partner: "Lumen", signal: "two_way_contacts" },
    { partner: "Orbit", signal: "active_contacts", from: "2025-03-03" },
  ])
  expect(spans.items[0]?.partnershipId).toBe(partnership)
  expect(end(weeks("two_way_contacts") as never)).toBe(lastWeek)
  expect(end(weeks("governance_meetings_held") as never), "nobody stated Lumen's reviews after February").toBe(
    "2025-02-17",
  )
  expect(drift).toMatchObject({ drifting: false })
})

test("what stops in a file for everybody may be no longer in it: its record ends there; what others still have is known to be missing", async () => {
  const { caller } = await opened("Stops for all")
  const held = (partner: string, until: string) => reviews(partner, "2024-09-02", until)
  const both = [...calls("Lumen", "2024-09-02", "2026-11-20"), ...calls("Orbit", "2024-09-02", "2026-11-20")]
  await imported(caller, logOf(both, held("Lumen", "2026-01-30"), held("Orbit", "2026-06-10")))
  const found = await scanned(caller)
  for (const name of ["Lumen", "Orbit"]) {
    const { weeks } = await found(name)
    expect(end(weeks("governance_meetings_held") as never), name).toBe("2026-06-08")
  }
})

test("what becomes of an imported deal later stretches no record; two deals registered here are one, however rare", async () => {
  const { caller } = await opened("Acts on imported deals")
  const rows = days("2024-09-02", "2026-03-09").map((day, i) => `Lumen,Deal ${i},approved,${day},2026-12-31,1000 EUR`)
  await imported(caller, dealsOf(rows))
  const { partnership } = await (await scanned(caller))("Lumen")
  const [deal] = (await caller.call(listDeals, { partnership, limit: 1 })).body.items
  const won = { deal: deal?.id as string, state: "won" as const, closedOn: "2026-11-10" }
  expect(await caller.call(moveDeal, won, { ifMatch: deal?.version as number })).toMatchObject({ status: 200 })
  const register = (registeredAt: string) =>
    caller.call(recordDeal, {
      partnership,
      name: "Kept here",
      amount: { amountMinor: 500, currency: "EUR" },
      registeredAt,
    })
  await register("2026-05-06T09:00:00.000Z")
  const once = await (await scanned(caller))("Lumen")
  const after = (signal: string, found = once) =>
    knownWeeks(found.weeks(signal)).filter(([week]) => week > "2026-03-09")
  expect(
    end(once.weeks("pipeline_amount") as never),
    "as far as the registrations, and the two weeks of single acts",
  ).toBe("2026-11-09")
  expect(after("pipeline_amount").map(([week]) => week)).toEqual(["2026-05-04", "2026-11-09"])
  expect(after("registrations")).toEqual([["2026-05-04", 1]])
  expect(once.drift.records.filter(({ signal }) => signal !== "revenue")).toEqual([
    { signal: "pipeline_amount", partyId: null, until: "2026-03-09", fileName: "file.csv" },
    { signal: "registrations", partyId: expect.any(String), until: "2026-03-09", fileName: "file.csv" },
  ])
  await register("2026-10-07T09:00:00.000Z")
  const twice = await (await scanned(caller))("Lumen")
  expect(after("registrations", twice).map(([week]) => week)).toEqual(days("2026-05-04", lastWeek))
  expect(after("registrations", twice).reduce((sum, [, value]) => sum + value, 0)).toBe(2)
  expect(twice.drift.records.map(({ signal }) => signal)).not.toContain("registrations")
})

test("deals that end in the week in which they begin are no pipeline of nothing", async () => {
  const { caller } = await opened("Same week")
  const rows = days("2024-09-02", "2026-11-16").map((day, i) => `Lumen,Deal ${i},won,${day},${day},1000 EUR`)
  await imported(caller, dealsOf(rows))
  const { weeks, drift } = await (await scanned(caller))("Lumen")
  expect(weeks("pipeline_amount")).toBeUndefined()
  expect(knownWeeks(weeks("revenue")).at(-1)).toEqual([lastWeek, 1000])
  expect(drift).toMatchObject({ drifting: false, silentSince: null })
})

test("until when something is recorded is told without reading a fact, and by which file to those who may import", async () => {
  const { caller, workspace } = await opened("Told until")
  await imported(caller, logOf(calls("Lumen", "2024-09-02", "2026-03-13")))
  const { partnership } = await (await scanned(caller))("Lumen")
  await caller.call(recordActivity, { partnership, kind: "call", occurredAt: "2026-10-14T10:00:00.000Z" })
  await scanned(caller)
  const recordsFor = async (by: Caller) => (await by.call(getDrift, { partnership })).body.records
  const statements = await statementsOf(workspace.system.workspaceId, async () => {
    expect(await recordsFor(caller)).toEqual(
      ["active_contacts", "two_way_contacts"].map((signal) => ({
        ...{ signal, partyId: null, until: "2026-03-09", fileName: "file.csv" },
      })),
    )
  })
  expect(statements.filter((text) => /import_cover/.test(text))).toHaveLength(1)
  expect(
    statements.filter((text) => /array_agg/.test(text)),
    "what each week held",
  ).toEqual([])
  const told = await recordsFor(await workspace.as("viewer"))
  expect(told.map(({ until, fileName }) => [until, fileName])).toEqual([
    ["2026-03-09", null],
    ["2026-03-09", null],
  ])
})

const measured = (signal: string, value: (day: string) => number, from = "2025-09-01") =>
  ["Partner,Week,Metric,Value", ...days(from, "2026-11-16").map((day) => `Lumen,${day},${signal},${value(day)}`)].join(
    "\n",
  )

test("what one file tells as acts and another as values is noticed; one of them counts, by signal, until that is undone", async () => {
  const { caller } = await opened("Told twice")
  await imported(caller, logOf(days("2025-09-01", "2026-11-16").map((day) => `Lumen,${day},call,Ada`)))
  await imported(
    caller,
    dealsOf(days("2025-09-01", "2026-11-16").map((day, i) => `Lumen,D${i},approved,${day},,100 EUR`)),
  )
  const contacts = measured("two_way_contacts", () => 3)
  const { summary } = await checkFile(caller, contacts, { kind: "measurements" })
  expect(summary.remarks).toMatchObject([
    {
      ...{ code: "told-twice", key: "told-twice:week:two_way_contacts", value: "two_way_contacts", count: 1 },
      ...{ choices: ["measured", "acts"], usual: "measured", isOpen: false },
      examples: [{ text: "Lumen: 2025-09-01 – 2026-11-16" }],
    },
  ])
  const registrations = measured("registrations", () => 7)
  const usual = await imported(caller, registrations, { kind: "measurements" })
  expect(usual.summary.remarks).toMatchObject([{ code: "told-twice", value: "registrations" }])
  const answers = { "told-twice:week:two_way_contacts": "acts" }
  await imported(caller, contacts, { kind: "measurements", answers })
  const valuesOf = async () => {
    await scanned(caller)
    const { body } = await caller.call(getDriftInputs, { partnership })
    return Object.fromEntries(
      ["registrations", "two_way_contacts"].map((signal) => [
        signal,
        body.series.filter((one) => one.signal === signal).map((one) => knownWeeks(one).at(-1)?.[1]),
      ]),
    )
  }
  const { partnership } = await (await scanned(caller))("Lumen")
  expect(await valuesOf(), "the values of the one, the acts of the other, and nothing beside them").toEqual({
    registrations: [7],
    two_way_contacts: [1],
  })
  await caller.call(undoImport, { import: usual.id })
  await untilSettled(caller, usual.id)
  expect((await valuesOf())["registrations"]).toEqual([1])
})

test("an act of tomorrow is refused as in the form, and a value of tomorrow counts for nothing; those of today count", async () => {
  const { caller, workspace } = await opened("Tomorrow")
  const file = logOf(calls("Lumen", "2025-09-01", "2026-11-20"), ["Lumen,2026-11-28,call,A", "Lumen,2026-11-29,call,B"])
  const run = await importFile(caller, file)
  expect(run).toMatchObject({ state: "imported", rowsFailed: 1 })
  const { body } = await caller.call(listImportErrors, { import: run.id })
  expect(body.items).toMatchObject([{ reasons: [{ field: "occurred_on", reason: "in-the-future" }] }])
  const now = await caller.call(recordActivity, {
    ...{ partnership: (await (await scanned(caller))("Lumen")).partnership, kind: "call" },
    occurredAt: "2026-11-29T10:00:00.000Z",
  })
  expect(now).toMatchObject({ status: 422, body: { code: "in-the-future" } })
  expect(run.summary.covers).toMatchObject({ from: "2025-09-01", to: "2026-11-28", partners: 1 })
  await imported(
    caller,
    "Partner,Date,Metric,Value\nLumen,2026-11-28,certified_people,4\nLumen,2026-11-29,certified_people,9",
    {
      kind: "measurements",
    },
  )
  const lastWeek = weekNumber("2026-12-07") - 1
  const built = await keelson.platform.transact(workspace.system, async (tx) => {
    const { rows } = await sql<{
      id: string
    }>`select id from partnership where workspace_id = ${tx.actor.workspaceId}`.execute(tx.db)
    const question = { subjects: rows.map(({ id }) => id), knownAt: tx.now, lastWeek }
    return buildSeries(tx, keelson.platform.contributed.signals, question)
  })
  const lastOf = (signal: string) => {
    const { firstWeek, actual } = built.find((one) => one.signal === signal) as Series
    return knownWeeks({ firstWeek: weekFromNumber(firstWeek), actual: weeksOf(actual) }).at(-1)
  }
  expect(lastOf("two_way_contacts")).toEqual(["2026-11-23", 1])
  expect(lastOf("certified_people")).toEqual(["2026-11-23", 4])
})
