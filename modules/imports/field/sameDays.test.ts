import { expect, test } from "vitest"
import { getDriftInputs, getScan, startScan } from "#contract/drift"
import { listMeasurements, recordMeasurement } from "#contract/measurements"
import { listPartnerships } from "#contract/portfolio"
import { movableClock } from "#test/clock"
import { checkFile, importFile } from "#test/imports"
import { startTestKeelson } from "#test/keelson"

const clock = movableClock("2026-11-28T09:00:00.000Z")
const keelson = await startTestKeelson({ worker: true, clock, environment: { LOG_LEVEL: "warn" } })

const workspaceWith = async (name: string) => {
  const caller = await (await keelson.workspace(name)).as("owner")
  await importFile(caller, "Name,Type\nLumen Partners,reseller\n")
  const [one] = (await caller.call(listPartnerships, { limit: 1 })).body.items
  const partnership = one?.id ?? ""
  const week = async (signal: string) => {
    const { body: scan } = await caller.call(startScan, { isFull: true })
    while ((await caller.call(getScan, { scan: scan.id })).body.state !== "finished")
      await new Promise((resolve) => setTimeout(resolve, 50))
    const { series } = (await caller.call(getDriftInputs, { partnership })).body
    return series.find((each) => each.signal === signal)?.actual.filter((value) => value !== null)
  }
  return { caller, partnership, week }
}

const head = "partner,signal,side,week,value,n\n"
const rows = (signal: string, ...values: string[]) =>
  values.map((value) => `Lumen Partners,${signal},partner,2026-03-02,${value}\n`).join("")

test("several rows of one day count together: counts and amounts add up, of levels the last counts, shares weigh; all told", async () => {
  const { caller, partnership, week } = await workspaceWith("Same day")
  const file = `${head}${rows("registrations", "2,", "3,", "4,")}${rows("revenue", "100,", "50.5,")}${rows("certified_people", "7,", "9,")}${rows("fund_use", "0.5,10", "0.9,30")}${rows("seats", "1,", "2,")}${rows("training_completions", "1,")}`
  const run = await importFile(caller, file, { kind: "measurements" })
  expect(run).toMatchObject({ state: "imported", rowsFailed: 0, summary: { created: { measurement: 12 } } })
  expect(run.summary.remarks?.map(({ key, count }) => [key, count])).toEqual([
    ["same-day-sum:week:registrations", 2],
    ["money-of-partner:value:revenue", 2],
    ["same-day-sum:week:revenue", 1],
    ["same-day-last:week:certified_people", 1],
    ["same-day-mean:week:fund_use", 1],
    ["same-day:week:seats", 1],
  ])
  expect(await week("registrations")).toEqual([9])
  expect(await week("revenue")).toEqual([150.5])
  expect(await week("certified_people")).toEqual([9])
  expect((await week("fund_use"))?.map((value) => Number(value?.toFixed(6)))).toEqual([0.8])
  expect(await week("seats")).toEqual([3])
  const [line] = (await caller.call(listPartnerships, { limit: 1 })).body.items
  expect(JSON.stringify(line)).toContain("15050")
  const listed = async (signal: string) =>
    (await caller.call(listMeasurements, { partnership, limit: 50, signal })).body.items.map(({ value }) => value)
  expect((await listed("registrations")).toSorted()).toEqual([2, 3, 4])
  expect(await listed("certified_people"), "the earlier of a level does not count").toEqual([9])
})

test("a value by hand replaces all that a file has of its day", async () => {
  const { caller, partnership, week } = await workspaceWith("Replaced")
  await importFile(caller, `${head}${rows("registrations", "2,", "3,")}`, { kind: "measurements" })
  expect(await week("registrations")).toEqual([5])
  clock.moveTo("2026-11-28T09:02:00.000Z")
  const hand = { partnership, signal: "registrations", side: "partner" as const, periodStart: "2026-03-02", value: 7 }
  const made = await caller.call(recordMeasurement, hand)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  expect(await week("registrations")).toEqual([7])
})

test("rows that were written twice may be left out, or shown as not taken", async () => {
  const { caller, week } = await workspaceWith("Twice")
  const file = `${head}${rows("registrations", "2,", "2,")}`
  const key = "same-day-sum:week:registrations"
  const refused = await checkFile(caller, file, { kind: "measurements", answers: { [key]: "refuse" } })
  expect(refused).toMatchObject({ rowsTotal: 2, rowsFailed: 1 })
  await importFile(caller, file, { kind: "measurements", answers: { [key]: "first" } })
  expect(await week("registrations")).toEqual([2])
})
