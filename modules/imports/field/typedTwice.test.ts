import { expect, test } from "vitest"
import { listActivities, recordActivity } from "#contract/activities"
import { recordDeal } from "#contract/deals"
import { getDrift, getDriftInputs } from "#contract/drift"
import { undoImport } from "#contract/imports"
import { chooseSource, recordMeasurement } from "#contract/measurements"
import { movableClock } from "#test/clock"
import { checkFile, untilSettled } from "#test/imports"
import { type Caller, startTestKeelson } from "#test/keelson"
import { days, imported, knownWeeks, logOf, scanned } from "#test/scans"

/*
 * What is typed in Keelson and what a file tells of the same signal: told, and counted once.
 */
const clock = movableClock("2026-11-28T15:00:00.000Z")
const keelson = await startTestKeelson({ worker: true, clock, environment: { LOG_LEVEL: "warn" } })

const weeks = days("2026-08-03", "2026-11-16")
const opened = async (name: string) => {
  const workspace = await keelson.workspace(name)
  const caller = await workspace.as("owner")
  await imported(caller, "Name,Type\nLumen,reseller\nOrbit,reseller\n")
  const { partnership } = await (await scanned(caller))("Lumen")
  return { workspace, caller, partnership }
}
const typeDeals = async (caller: Caller, partnership: string) => {
  for (const [i, day] of weeks.entries()) {
    const deal = { partnership, name: `Typed ${i}`, amount: { amountMinor: 500, currency: "EUR" } }
    expect((await caller.call(recordDeal, { ...deal, registeredAt: `${day}T10:00:00.000Z` })).status).toBe(201)
  }
}
const typeMeetings = async (caller: Caller, partnership: string) => {
  for (const day of weeks)
    await caller.call(recordActivity, { partnership, kind: "quarterly review", occurredAt: `${day}T10:00:00.000Z` })
}
const measured = (signal: string, value: number, of = weeks) =>
  ["Partner,Week,Metric,Value", ...of.map((day) => `Lumen,${day},${signal},${value}`)].join("\n")
const measurements = { kind: "measurements" } as const

/** What the engine reads of a signal, each series by its last week and value; and what is told about it. */
const readOf = async (caller: Caller, partnership: string, signal: string) => {
  await scanned(caller)
  const series = (await caller.call(getDriftInputs, { partnership })).body.series.filter((one) => one.signal === signal)
  const { twice } = (await caller.call(getDrift, { partnership })).body
  return { last: series.map((one) => knownWeeks(one).at(-1)), twice: twice.filter((one) => one.signal === signal) }
}
const lastWeek = "2026-11-16"

test("deals registered here beside a measured file of registrations count once: the file's, until a person chooses otherwise", async () => {
  const { caller, partnership } = await opened("Typed deals")
  await typeDeals(caller, partnership)
  expect(await readOf(caller, partnership, "registrations")).toEqual({ last: [[lastWeek, 1]], twice: [] })
  const { summary } = await checkFile(caller, measured("registrations", 7), measurements)
  expect(summary.remarks).toMatchObject([
    {
      code: "told-twice",
      value: "registrations",
      count: 1,
      usual: "measured",
      examples: [{ text: "Lumen: 2026-08-03 – 2026-11-16" }],
    },
  ])
  const run = await imported(caller, measured("registrations", 7), measurements)
  const span = { signal: "registrations", from: "2026-08-03", until: lastWeek }
  expect(await readOf(caller, partnership, "registrations")).toEqual({
    last: [[lastWeek, 7]],
    twice: [{ ...span, counted: "measured", next: null }],
  })
  const chosen = await caller.call(chooseSource, { partnership, signal: "registrations", counted: "acts" })
  expect(chosen).toMatchObject({ status: 200 })
  expect((await caller.call(getDrift, { partnership })).body.twice).toMatchObject([
    { counted: "measured", next: "acts" },
  ])
  const asChosen = { last: [[lastWeek, 1]], twice: [{ ...span, counted: "acts", next: null }] }
  expect(await readOf(caller, partnership, "registrations")).toEqual(asChosen)
  clock.moveTo("2026-11-28T15:10:00.000Z")
  const again = await imported(caller, measured("registrations", 8, weeks.slice(-3)), {
    ...measurements,
    answers: { "recorded-otherwise:": "update" },
  })
  expect(
    again.summary.remarks?.map(({ code }) => code),
    "what a person chose is not asked about",
  ).not.toContain("told-twice")
  expect(await readOf(caller, partnership, "registrations"), "and holds over what comes later").toEqual(asChosen)
  for (const { id } of [again, run]) {
    await caller.call(undoImport, { import: id })
    await untilSettled(caller, id)
  }
  expect(await readOf(caller, partnership, "registrations"), "told once again").toEqual({
    last: [[lastWeek, 1]],
    twice: [],
  })
})

test("meetings typed after a measured file came are noticed at the next look, and values typed beside a file of acts at its check", async () => {
  const { caller, partnership } = await opened("Typed later")
  await imported(caller, measured("governance_meetings_held", 2), measurements)
  await typeMeetings(caller, partnership)
  expect(await readOf(caller, partnership, "governance_meetings_held")).toMatchObject({
    last: [[lastWeek, 2]],
    twice: [{ counted: "measured", from: "2026-08-03", until: lastWeek }],
  })
  for (const periodStart of weeks)
    await caller.call(recordMeasurement, { partnership, signal: "campaigns_run", periodStart, value: 4 })
  const campaigns = logOf(weeks.map((day) => `Lumen,${day},campaign,Ada`))
  const { summary } = await checkFile(caller, campaigns)
  expect(summary.remarks?.filter(({ code }) => code === "told-twice")).toMatchObject([{ value: "campaigns_run" }])
  await imported(caller, campaigns, { answers: { "told-twice:occurred_on:campaigns_run": "acts" } })
  expect(await readOf(caller, partnership, "campaigns_run")).toMatchObject({
    last: [[lastWeek, 1]],
    twice: [{ counted: "acts" }],
  })
  expect((await caller.call(listActivities, { partnership, limit: 100 })).body.items.length).toBe(2 * weeks.length)
})

test("other weeks, other partners and other signals are not told twice; who may not record numbers may not choose", async () => {
  const { caller, partnership, workspace } = await opened("Apart")
  await typeMeetings(caller, partnership)
  const apart = [
    measured("governance_meetings_held", 2, days("2026-05-04", "2026-07-27")),
    measured("governance_meetings_held", 2).replaceAll("Lumen", "Orbit"),
    measured("nps", 40),
  ]
  for (const file of apart) expect((await checkFile(caller, file, measurements)).summary.remarks, file).toEqual([])
  const viewer = await workspace.as("viewer")
  const choice = { partnership, signal: "governance_meetings_held", counted: "acts" } as const
  expect(await viewer.call(chooseSource, choice)).toMatchObject({ status: 403 })
  expect((await viewer.call(getDrift, { partnership })).body.abilities.chooseSource).not.toBe(true)
})
