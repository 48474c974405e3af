import { describe, expect, test } from "vitest"
import { listDeals, recordDeal } from "#contract/deals"
import type { RequestOf } from "#core/endpoint"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { playUntil } from "#test/play"
import { recordPartnership } from "#test/promises"
import * as contract from "./contract.ts"

const clock = movableClock("2027-02-15T08:30:00Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Times")
const [owner, manager, viewer] = [
  await workspace.as("owner"),
  await workspace.as("partner_manager"),
  await workspace.as("viewer"),
]
const alder = await recordPartnership(manager, "Alder")
const seller = await workspace.asPartner(alder.organizationId, "seller")
const standing = async (name: string) =>
  (await manager.call(listDeals, { partnership: alder.id })).body.items.find((each) => each.name === name)?.clock

const open = (from: number, to: number) => Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from, to }] : []))
type Fields = RequestOf<typeof contract.makeCalendar>
const berlin: Fields = {
  ...{ name: "Berlin", timeZone: "Europe/Berlin", country: "DE", region: "BE", weekly: open(540, 1_020), days: [] },
}

describe("calendars", () => {
  test("the first is the usual one, another is not until it is chosen, and each has its name alone", async () => {
    const first = await owner.call(contract.makeCalendar, berlin)
    expect(first).toMatchObject({ status: 201, body: { isUsual: true, region: "BE" } })
    expect(await owner.call(contract.makeCalendar, berlin)).toMatchObject({ status: 409, body: { code: "name-taken" } })
    const second = (await owner.call(contract.makeCalendar, { ...berlin, name: "Lisbon", country: "PT", region: null }))
      .body
    await owner.call(contract.chooseCalendar, { calendar: second.id })
    const { items, delivered, maySet } = (await owner.call(contract.listCalendars)).body
    expect(items.map(({ name, isUsual }) => [name, isUsual])).toEqual([
      ["Lisbon", true],
      ["Berlin", false],
    ])
    expect({ delivered, maySet }).toEqual({ delivered: null, maySet: true })
    await owner.call(contract.chooseCalendar, { calendar: first.body.id })
  })

  test.each<[string, Partial<Fields>, string]>([
    [
      "hours that overlap",
      {
        weekly: [
          [
            { from: 600, to: 700 },
            { from: 650, to: 800 },
          ],
          [],
          [],
          [],
          [],
          [],
          [],
        ],
      },
      "hours-overlap",
    ],
    ["a week that is never open", { weekly: Array.from({ length: 7 }, () => []) }, "never-open"],
    ["a region of another country", { region: "NSW" }, "unknown-region"],
    ["a region of no country", { country: null }, "unknown-region"],
  ])("%s are refused, and nothing is made", async (_, change, code) => {
    const refused = await owner.call(contract.makeCalendar, { ...berlin, name: "Refused", ...change })
    expect(refused).toMatchObject({ status: 422, body: { code } })
    const { items } = (await owner.call(contract.listCalendars)).body
    expect(items.map(({ name }) => name)).not.toContain("Refused")
  })

  test("regions are those that have holidays of their own", async () => {
    const { items } = (await manager.call(contract.listRegions, { country: "DE" })).body
    expect(items).toContainEqual({ code: "BY", name: "Bayern" })
    expect((await manager.call(contract.listRegions, { country: "ZZ" })).body.items).toEqual([])
  })

  test("a change counts from when it was recorded, for what runs by it too; read anew before it is edited", async () => {
    await owner.call(contract.setResponseTarget, { promise: "deal_answer", promisedMinutes: 480, warnMinutes: null })
    await seller.call(recordDeal, { partnership: alder.id, name: "Running" })
    expect((await standing("Running"))?.dueAt).toBe("2027-02-16T08:30:00.000Z")
    // At noon half an hour and four are used; from then on it is open from ten to noon only.
    await playUntil(keelson, clock, "2027-02-15T12:00:00Z", { hours: [] })
    const [calendar] = (await owner.call(contract.listCalendars)).body.items
    if (!calendar) throw new Error("there is a usual calendar")
    const { id, isUsual: _isUsual, version, ...fields } = calendar
    const shorter = { ...fields, weekly: open(600, 720) }
    const stale = await owner.call(contract.editCalendar, { calendar: id, ...shorter }, { ifMatch: version + 1 })
    expect(stale.status).toBe(412)
    const edited = await owner.call(contract.editCalendar, { calendar: id, ...shorter }, { ifMatch: version })
    expect(edited.status).toBe(200)
    await playUntil(keelson, clock, "2027-02-15T12:00:01Z", { hours: [] })
    // 3.5 hours used by 13:00; of 4.5 left two on Tuesday, two on Wednesday, the last half hour on Thursday.
    expect(await standing("Running")).toMatchObject({ dueAt: "2027-02-18T09:30:00.000Z", leftMinutes: 270 })
  })
})

test("whoever only reads changes nothing, and a partner is told nothing but its own clocks", async () => {
  const refused = { status: 403, body: { code: "role-may-not" } }
  expect(await manager.call(contract.makeCalendar, { ...berlin, name: "Mine" })).toMatchObject(refused)
  const target = { promise: "deal_answer", promisedMinutes: 60, warnMinutes: null } as const
  expect(await manager.call(contract.setResponseTarget, target)).toMatchObject(refused)
  expect((await viewer.call(contract.listCalendars)).body).toMatchObject({ maySet: false })
  expect(await seller.call(contract.listCalendars)).toMatchObject(refused)
  const [usual] = (await viewer.call(contract.listCalendars)).body.items
  const running = await standing("Running")
  const handOver = { clock: running?.id ?? "", calendar: usual?.id ?? "" }
  for (const caller of [viewer, seller])
    expect(await caller.call(contract.handOverClock, handOver)).toMatchObject(refused)
})

test("a promise is not made for days that have passed, nor a warning before all of it", async () => {
  const target = { promise: "deal_answer", promisedMinutes: 60, warnMinutes: null } as const
  const past = await owner.call(contract.setResponseTarget, { ...target, inForceFrom: "2027-02-14" })
  expect(past).toMatchObject({ status: 422, body: { code: "in-the-past" } })
  const early = await owner.call(contract.setResponseTarget, { ...target, warnMinutes: 60 })
  expect(early).toMatchObject({ status: 422, body: { code: "warning-too-early" } })
  const ahead = await owner.call(contract.setResponseTarget, { ...target, inForceFrom: "2027-03-01" })
  expect(ahead.body).toMatchObject({ inForceFrom: "2027-03-01" })
  const [now] = (await owner.call(contract.listCalendars)).body.targets
  expect(now).toMatchObject({ promisedMinutes: 480, inForceFrom: "2027-02-15" })
})
