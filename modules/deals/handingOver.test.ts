import { expect, test } from "vitest"
import { handOverClock, makeCalendar, setResponseTarget } from "#contract/clocks"
import { listNotifications } from "#contract/notifications"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { playUntil } from "#test/play"
import { memberWith, recordPartnership } from "#test/promises"
import * as contract from "./contract.ts"

// Monday, 09:30 in Berlin.
const clock = movableClock("2027-02-15T08:30:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Handing over")
const [owner, manager] = [await workspace.as("owner"), await workspace.as("partner_manager")]
const contributor = await workspace.as("contributor")
const alder = await recordPartnership(manager, "Alder")
const seller = await workspace.asPartner(alder.organizationId, "seller")
await owner.call(setResponseTarget, { promise: "deal_answer", promisedMinutes: 480, warnMinutes: 60 })
const week = (from: number, to: number) => Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from, to }] : []))
const calendar = async (name: string, timeZone: string, country: string | null, weekly = week(540, 1_020)) =>
  (await owner.call(makeCalendar, { name, timeZone, country, region: null, weekly, days: [] })).body
await calendar("Berlin", "Europe/Berlin", "DE")
const mumbai = await calendar("Mumbai", "Asia/Kolkata", null, week(570, 1_110))

const deals = async (caller = manager) =>
  (await caller.call(contract.listDeals, { partnership: alder.id, limit: 50 })).body.items
const named = async (name: string, caller = manager) => {
  const found = (await deals(caller)).find((each) => each.name === name)
  if (!found?.clock) throw new Error(`no clock on ${name}`)
  return { ...found, clock: found.clock }
}
const register = async (name: string) => {
  await seller.call(contract.recordDeal, { partnership: alder.id, name })
  return named(name)
}
const move = async (name: string, state: contract.Deal["state"], caller = manager) => {
  const { id, version } = await named(name)
  return (await caller.call(contract.moveDeal, { deal: id, state }, { ifMatch: version })).body
}
const told = async (caller = manager) =>
  (await caller.call(listNotifications, { show: "open" })).body.items.map(({ kind }) => kind)
const play = (until: string) => playUntil(keelson, clock, until, { hours: [] })

test("who held it when is told to both, the person to the host alone, and the person is warned instead of the partnership's owner", async () => {
  const { id: member } = await memberWith(keelson, workspace, "contributor")
  const deal = await register("To a person")
  clock.moveTo("2027-02-15T09:30:00.000Z")
  const handed = await manager.call(handOverClock, { clock: deal.clock.id, member })
  expect(handed.body).toMatchObject({ dueAt: deal.clock.dueAt, calendar: { name: "Berlin" } })
  const [ours, theirs] = [await named("To a person"), await named("To a person", seller)]
  expect(ours.clock.course.map(({ from, team }) => [from, team])).toEqual([
    ["2027-02-15T08:30:00.000Z", "Berlin"],
    ["2027-02-15T09:30:00.000Z", "Berlin"],
  ])
  expect(ours.clock.course.map(({ person }) => person === null)).toEqual([true, false])
  expect(theirs.clock.course.map(({ person }) => person)).toEqual([null, null])
  expect([ours.clock.abilities.handOver, theirs.clock.abilities.handOver]).toEqual([true, "role-may-not"])
  expect(theirs.clock.dueAt).toBe(ours.clock.dueAt)
  expect(theirs.clock.warnAt).toBe("2027-02-15T15:30:00.000Z")
  await play("2027-02-16T09:00:00.000Z")
  expect(await told(contributor)).toEqual(expect.arrayContaining(["deal_answer_due_soon", "deal_answer_late"]))
  expect(await told()).toEqual([])
  await move("To a person", "approved")
  const gone = await manager.call(handOverClock, { clock: deal.clock.id, member: alder.id })
  expect(gone).toMatchObject({ status: 422, body: { code: "unknown-member" } })
  const ended = await manager.call(handOverClock, { clock: deal.clock.id, member: null })
  expect(ended).toMatchObject({ status: 409, body: { code: "clock-has-ended" } })
})

test("handed to a team on another continent, each counts while it holds it; handed over in a pause, the pause stays", async () => {
  clock.moveTo("2027-02-22T08:30:00.000Z")
  const deal = await register("To Mumbai")
  clock.moveTo("2027-02-22T12:30:00.000Z")
  // Four hours used in Berlin; half an hour is left of the day in Mumbai, the rest on Tuesday from 09:30 there.
  const handed = await manager.call(handOverClock, { clock: deal.clock.id, calendar: mumbai.id })
  expect(handed.body.dueAt).toBe("2027-02-23T07:30:00.000Z")
  await move("To Mumbai", "info_requested")
  clock.moveTo("2027-02-24T08:00:00.000Z")
  const inPause = await manager.call(handOverClock, { clock: deal.clock.id, calendar: mumbai.id })
  expect(inPause.body).toMatchObject({ state: "paused", dueAt: null, leftMinutes: 240 })
  clock.moveTo("2027-02-25T04:00:00.000Z")
  const again = await move("To Mumbai", "submitted", seller)
  expect(again.clock).toMatchObject({ leftMinutes: 240, dueAt: "2027-02-25T08:00:00.000Z" })
  expect(again.clock?.pauses).toEqual([{ from: "2027-02-22T12:30:00.000Z", to: "2027-02-25T04:00:00.000Z" }])
  await move("To Mumbai", "approved")
})

test("answered straight out of a long pause it is in time, however long it stood still", async () => {
  clock.moveTo("2027-03-01T08:30:00.000Z")
  await register("Out of a pause")
  await move("Out of a pause", "info_requested")
  clock.moveTo("2027-08-02T10:00:00.000Z")
  expect((await move("Out of a pause", "rejected")).clock).toMatchObject({ state: "stopped", isLate: false })
})
