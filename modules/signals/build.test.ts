import { expect, test } from "vitest"
import { getActivityTotals, getTimeline, listActivities, recordActivity, retractActivity } from "#contract/activities"
import { listDeals, moveDeal, recordDeal } from "#contract/deals"
import { listMeasurements, recordMeasurement, retractMeasurement } from "#contract/measurements"
import { createPartnership } from "#contract/partnerships"
import { weekNumber } from "#core/time"
import { newId } from "#platform/ids"
import type { WeeklySource } from "#platform/weekly"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"

import { buildSeries } from "./build.ts"
import { readSeries } from "./rules.ts"
import { seriesOf } from "./series.ts"

const clock = movableClock("2026-03-23T09:00:00.000Z")
const { moveTo } = clock
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")

const partnershipNamed = async (name: string) =>
  (await manager.call(createPartnership, { type: "reseller", newOrganization: { name, evenIfSimilar: true } })).body

/** Each signal's first week and numbers, as known at the clock's moment or another. */
const signalsOf = async (partnership: string, asOf = "2026-03-23", knownAt = clock.now()) => {
  const lastWeek = weekNumber(asOf) - 1
  const built = await keelson.platform.transact(workspace.system, (tx) =>
    buildSeries(tx, keelson.platform.contributed.signals, { subjects: [partnership], knownAt, lastWeek }),
  )
  return Object.fromEntries(
    built.map((series) => {
      const { firstWeek, values } = readSeries(series, lastWeek)
      return [series.signal, { from: firstWeek - weekNumber("2026-03-02"), values: Array.from(values) }]
    }),
  )
}

test("contacts: an exchange counts once, silence after the first counts zero, what is retracted counts for nothing", async () => {
  const { id: partnership } = await partnershipNamed("Contacts")
  const log = async (occurredAt: string, more: object) =>
    (await manager.call(recordActivity, { partnership, kind: "call", occurredAt, ...more })).body
  await log("2026-03-02T10:00:00.000Z", { person: "Ada", kind: "steering_meeting" })
  await log("2026-03-03T10:00:00.000Z", { person: "ada" })
  await log("2026-03-04T10:00:00.000Z", { direction: "from_host", kind: "email" })
  await log("2026-03-05T10:00:00.000Z", { direction: "from_partner", kind: "email", person: "Grace" })
  await log("2026-03-05T11:00:00.000Z", { direction: "from_partner", kind: "email" })
  const wrong = await log("2026-03-06T10:00:00.000Z", { person: "Nobody" })
  await manager.call(retractActivity, { activity: wrong.id, reason: "Another company." })
  expect(await signalsOf(partnership)).toEqual({
    two_way_contacts: { from: 0, values: [3, 0, 0] },
    active_contacts: { from: 0, values: [2, 0, 0] },
    governance_meetings_held: { from: 0, values: [1, 0, 0] },
  })
  const { body: shown } = await manager.call(listActivities, { partnership })
  expect(shown.items).toHaveLength(5)
  const { body: totals } = await manager.call(getActivityTotals, { by: "kind", partnership })
  expect(totals.items.map(({ key, activities }) => [key, activities])).toEqual([
    ["call", 1],
    ["email", 3],
    ["steering_meeting", 1],
  ])
  const pages: string[] = []
  for (let after: string | undefined, more = true; more; ) {
    const { body } = await manager.call(getTimeline, { partnership, limit: 3, ...(after ? { after } : {}) })
    pages.push(...body.items.map(({ id }) => id))
    after = body.next ?? undefined
    more = body.next !== null
  }
  const whole = await manager.call(getTimeline, { partnership, limit: 200 })
  expect(pages).toEqual(whole.body.items.map(({ id }) => id))
  expect(whole.body.items.filter(({ source }) => source === "activity")).toHaveLength(5)
})

test("measurements: the later value wins, unknown keys become signals of their own, missing weeks stay missing", async () => {
  const { id: partnership } = await partnershipNamed("Measured")
  const measure = async (signal: string, periodStart: string, value: number) =>
    (await manager.call(recordMeasurement, { partnership, signal, periodStart, value })).body
  await measure("api_latency_p95", "2026-03-02", 120)
  moveTo("2026-03-23T10:00:00.000Z")
  await measure("api_latency_p95", "2026-03-02", 150)
  const last = await measure("api_latency_p95", "2026-03-16", 90)
  await measure("certified_people", "2026-03-02", 4)
  expect(await signalsOf(partnership)).toEqual({
    api_latency_p95: { from: 0, values: [150, Number.NaN, 90] },
    certified_people: { from: 0, values: expect.any(Array) },
  })
  const then = await signalsOf(partnership, "2026-03-23", "2026-03-23T09:30:00.000Z")
  expect(then).toEqual({ api_latency_p95: { from: 0, values: [120, Number.NaN, Number.NaN] } })
  moveTo("2026-03-23T11:00:00.000Z")
  await manager.call(retractMeasurement, { measurement: last.id, reason: "Wrong file." })
  expect((await signalsOf(partnership))["api_latency_p95"]?.values[2]).toBeNaN()
  expect((await signalsOf(partnership, "2026-03-23", "2026-03-23T10:30:00.000Z"))["api_latency_p95"]?.values[2]).toBe(
    90,
  )
  const { body } = await manager.call(listMeasurements, { partnership, signal: "api_latency_p95" })
  expect(body.items.map(({ value }) => value)).toEqual([150])
})

test("deals: registrations, hours to the answer, open pipeline and won revenue", async () => {
  const { id: partnership } = await partnershipNamed("Deals")
  moveTo("2026-03-23T09:00:00.000Z")
  const register = async (registeredAt: string, amountMinor: number) =>
    (
      await manager.call(recordDeal, {
        partnership,
        name: "A deal",
        registeredAt,
        amount: { amountMinor, currency: "EUR" },
      })
    ).body
  const first = await register("2026-03-02T09:00:00.000Z", 100_000)
  await register("2026-03-03T09:00:00.000Z", 50_000)
  await register("2026-03-17T09:00:00.000Z", 25_000)
  moveTo("2026-03-04T21:00:00.000Z")
  const approved = await manager.call(moveDeal, { deal: first.id, state: "approved" }, { ifMatch: first.version })
  expect(approved.body.answeredAt).toBe("2026-03-04T21:00:00.000Z")
  moveTo("2026-03-23T09:00:00.000Z")
  await manager.call(
    moveDeal,
    { deal: first.id, state: "won", closedOn: "2026-03-11" },
    { ifMatch: approved.body.version },
  )
  expect((await manager.call(moveDeal, { deal: first.id, state: "approved" }, { ifMatch: 3 })).status).toBe(409)
  expect(await signalsOf(partnership)).toEqual({
    registrations: { from: 0, values: [2, 0, 1] },
    host_answer_hours: { from: 0, values: [60, Number.NaN, Number.NaN] },
    host_answers_in_time: { from: 0, values: [0.5, Number.NaN, 0] },
    pipeline_amount: { from: 0, values: [1_500, 500, 750] },
    revenue: { from: 1, values: [1_000, 0] },
  })
  expect((await manager.call(listDeals, { partnership })).body.items).toHaveLength(3)
})

test("what a partner's user records is theirs to retract, and a private word stays private", async () => {
  const { id: partnership, organizationId } = await partnershipNamed("Two sides")
  const partner = await workspace.asPartner(organizationId)
  const own = await partner.call(recordActivity, { partnership, kind: "call", visibility: "partner" })
  expect(own.status).toBe(201)
  expect((await manager.call(listActivities, { partnership })).body.items).toEqual([])
  expect((await partner.call(recordActivity, { partnership, kind: "call", visibility: "host" })).status).toBe(422)
  const secret = await manager.call(recordActivity, { partnership, kind: "strategy_change", visibility: "host" })
  const seen = (await partner.call(getTimeline, { partnership })).body.items
  expect(seen.map(({ id }) => id)).toContain(own.body.id)
  expect(seen.map(({ id }) => id)).not.toContain(secret.body.id)
  const shared = await manager.call(recordActivity, { partnership, kind: "call" })
  expect((await partner.call(retractActivity, { activity: shared.body.id, reason: "no" })).status).toBe(403)
  expect((await partner.call(retractActivity, { activity: secret.body.id, reason: "no" })).status).toBe(404)
})

test("another workspace finds nothing", async () => {
  const { id: partnership } = await partnershipNamed("Secret")
  const made = await manager.call(recordActivity, { partnership, kind: "call" })
  const stranger = await (await keelson.workspace("Elsewhere")).as("owner")
  for (const endpoint of [listActivities, listMeasurements, listDeals, getTimeline])
    expect((await stranger.call(endpoint, { partnership })).status).toBe(404)
  expect((await stranger.call(retractActivity, { activity: made.body.id, reason: "x" })).status).toBe(404)
  expect((await stranger.call(getActivityTotals, {})).body.items).toEqual([])
})

test("weeks that ended after a series was built are filled as its source demands", () => {
  const row = { subject: "p", partyId: null, weeks: [10, 12], values: [2, 5] }
  const read = (signal: string, gap: "zero" | "last" | "missing") =>
    Array.from(readSeries(seriesOf({ ...row, signal }, gap, 13, { workspaceId: "w" }), 15).values)
  expect(read("registrations", "zero")).toEqual([2, 0, 5, 0, 0, 0])
  expect(read("sponsor_vacant_days_host", "last")).toEqual([2, 2, 5, 5, 5, 5])
  expect(read("host_answer_hours", "missing")).toEqual([2, Number.NaN, 5, Number.NaN, Number.NaN, Number.NaN])
})

test("a record that lives on imports says nothing of the weeks after its end, neither now nor later", () => {
  const row = { subject: newId(), signal: "registrations", partyId: newId(), weeks: [100, 102], values: [3, 1] }
  const imported = seriesOf(row, "zero", 105, { workspaceId: newId() }, [[100, 103]])
  expect(Array.from(readSeries(imported, 107).values)).toEqual([
    3,
    0,
    1,
    0,
    Number.NaN,
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ])
  const live = seriesOf(row, "zero", 105, { workspaceId: newId() })
  expect(Array.from(readSeries(live, 107).values)).toEqual([3, 0, 1, 0, 0, 0, 0, 0])
})

test("a measured value beats a derived one, whichever is asked first", async () => {
  const subject = newId()
  const source = (value: number, isMeasured: boolean): WeeklySource => ({
    gap: "missing",
    isMeasured,
    read: async () => [{ subject, signal: "revenue", partyId: null, weeks: [3_000], values: [value] }],
  })
  const [measured, derived] = [source(1, true), source(2, false)]
  for (const sources of [
    [measured, derived],
    [derived, measured],
  ]) {
    const question = { subjects: [subject], knownAt: clock.now(), lastWeek: 3_000 }
    const built = await keelson.platform.transact(workspace.system, (tx) => buildSeries(tx, sources, question))
    expect(built.map((series) => Array.from(readSeries(series, 3_000).values))).toEqual([[1]])
  }
})
