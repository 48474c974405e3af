import { expect, test } from "vitest"
import { recordActivity } from "#contract/activities"
import { listMeasurements, recordMeasurement } from "#contract/measurements"
import { addDays } from "#core/time"
import { movableClock } from "#test/clock"
import { fieldFile, importFile } from "#test/imports"
import { startTestKeelson } from "#test/keelson"
import { calls, days, end, imported, knownWeeks, logOf, scanned } from "#test/scans"

const clock = movableClock("2026-11-28T09:00:00.000Z")
const keelson = await startTestKeelson({ worker: true, clock, environment: { LOG_LEVEL: "warn" } })
const admin = async (name: string) => (await keelson.workspace(name)).as("owner")

test("a record ends at its own last fact: nothing is known of the weeks after it, so nobody fell silent", async () => {
  const caller = await admin("Record that ends")
  await imported(caller, fieldFile("04-record-that-ends/partners.csv"))
  const run = await imported(caller, fieldFile("04-record-that-ends/measurements.csv"))
  expect(run.summary.covers).toEqual({
    ...{ from: "2024-09-02", to: "2026-03-09", partners: 1, signals: ["registrations"], isWhole: false },
  })
  const { drift, weeks, state } = await (await scanned(caller))("Lumen Partners")
  expect(end(weeks("registrations") as never)).toBe("2026-03-09")
  expect({ state, drift }).toMatchObject({ state: "steady", drift: { drifting: false, silentSince: null } })
})

test("another partner's file says nothing of a record that ended before", async () => {
  const caller = await admin("Two regions")
  await imported(caller, fieldFile("05-two-regional-exports/partners.csv"))
  await imported(caller, fieldFile("05-two-regional-exports/emea-to-june-2026.csv"))
  await imported(caller, fieldFile("05-two-regional-exports/us-to-november-2026.csv"))
  const { drift, weeks, state } = await (await scanned(caller))("Emea One")
  expect(end(weeks("two_way_contacts") as never)).toBe("2026-06-08")
  expect({ state, drift }).toMatchObject({ state: "steady", drift: { drifting: false, silentSince: null } })
})

test("the days of a week add up", async () => {
  const caller = await admin("Daily counts")
  await imported(caller, fieldFile("03-daily-counts/partners.csv"))
  await imported(caller, fieldFile("03-daily-counts/measurements.csv"))
  const { partnership, weeks } = await (await scanned(caller))("Lumen Partners")
  expect(weeks("registrations")?.actual.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 20))
  const { body } = await caller.call(listMeasurements, { partnership, limit: 200 })
  expect(body.items).toHaveLength(70)
  expect(new Set(body.items.map(({ periodStart }) => periodStart)).size).toBe(70)
})

const partners = "Name,Type\nLumen,reseller\nOrbit,reseller\n"
test("neither a later single entry nor a day to come extends a record; weeks between two files are unknown", async () => {
  const caller = await admin("Single entries")
  await imported(caller, partners)
  await imported(caller, logOf(calls("Lumen", "2024-09-02", "2026-03-13")))
  await importFile(caller, logOf(calls("Lumen", "2026-08-03", "2026-08-28"), ["Lumen,2027-02-01,call,A"]))
  const before = await (await scanned(caller))("Lumen")
  await caller.call(recordActivity, {
    ...{ partnership: before.partnership, kind: "call", occurredAt: "2026-10-14T10:00:00.000Z" },
  })
  const { drift, weeks } = await (await scanned(caller))("Lumen")
  const known = knownWeeks(weeks("two_way_contacts")).map(([week]) => week)
  expect(known.filter((week) => week > "2026-03-09")).toEqual([...days("2026-08-03", "2026-08-24"), "2026-10-12"])
  expect(drift).toMatchObject({ drifting: false, silentSince: null })
})

test("a file of acts is complete for its partners up to its own end, told and asked; who says otherwise is believed", async () => {
  const file = logOf(calls("Lumen", "2024-09-02", "2026-01-30"), calls("Orbit", "2024-09-02", "2026-11-20"))
  const usual = await admin("Complete")
  await imported(usual, partners)
  const run = await imported(usual, file)
  expect(run.summary.remarks).toMatchObject([
    {
      code: "ends-before-the-file",
      count: 1,
      usual: "nothing",
      examples: [{ text: expect.stringContaining("Lumen: 2026-01") }],
    },
  ])
  const complete = await (await scanned(usual))("Lumen")
  expect(complete.drift).toMatchObject({ drifting: true, silentSince: "2026-02-02" })
  expect(end(complete.weeks("two_way_contacts") as never)).toBe("2026-11-16")
  const other = await admin("Incomplete")
  await imported(other, partners)
  await imported(other, file, { answers: { "ends-before-the-file:": "unknown" } })
  expect((await (await scanned(other))("Lumen")).drift).toMatchObject({ drifting: false, silentSince: null })
})

test("imported deals end with their file, money too; levels take the last of a week, shares weigh their days", async () => {
  const caller = await admin("Deals and levels")
  await imported(caller, partners)
  const deals = days("2024-09-02", "2026-03-09").flatMap((day, i) => [
    `Lumen,Deal ${i},won,${day},${addDays(day, 21)},1000 EUR`,
  ])
  await imported(caller, ["Partner,Deal name,State,Registered on,Expected close,Amount", ...deals].join("\n"))
  const rows = [
    ...["2026-03-02,certified_people,9,", "2026-03-04,certified_people,4,"],
    ...["2026-03-02,host_promises_kept,1.0,1", "2026-03-05,host_promises_kept,0.5,9"],
    ...["2026-03-03,host_answer_hours,10,", "2026-03-04,host_answer_hours,20,"],
    ...["2026-03-03,widgets_shipped,3,", "2026-03-04,widgets_shipped,4,"],
    "2026-03-04,widgets_shipped,5,",
  ]
  await imported(caller, ["Partner,Date,Metric,Value,n", ...rows.map((row) => `Lumen,${row}`)].join("\n"), {
    kind: "measurements",
  })
  const { partnership, weeks, drift } = await (await scanned(caller))("Lumen")
  expect(end(weeks("registrations") as never)).toBe("2026-03-09")
  for (const signal of ["revenue", "pipeline_amount"]) expect(end(weeks(signal) as never), signal).toBe("2026-03-30")
  expect(drift).toMatchObject({ drifting: false, silentSince: null })
  const valuesOf = (signal: string) => weeks(signal)?.actual.filter((value) => value !== null)
  expect(valuesOf("certified_people")).toEqual([4])
  expect(valuesOf("host_promises_kept")?.[0]).toBeCloseTo(0.55, 6)
  expect(valuesOf("host_answer_hours")).toEqual([15])
  expect(valuesOf("widgets_shipped"), "two values of one day count together").toEqual([12])
  const { body } = await caller.call(listMeasurements, { partnership, signal: "widgets_shipped" })
  expect(body.items.map(({ value }) => value).sort()).toEqual([3, 4, 5])
  await caller.call(recordMeasurement, {
    partnership,
    signal: "leads_passed_by_partner",
    periodStart: "2025-01-06",
    value: 3,
  })
  await caller.call(recordMeasurement, {
    partnership,
    signal: "leads_passed_by_partner",
    periodStart: "2026-10-05",
    value: 2,
  })
  expect(
    (await (await scanned(caller))("Lumen")).weeks("leads_passed_by_partner")?.actual.filter((v) => v !== null),
  ).toEqual([3, 2])
})
