import { expect, test } from "vitest"
import { chooseCalendar, handOverClock, listCalendars, makeCalendar, setResponseTarget } from "#contract/clocks"
import { getHome } from "#contract/home"
import { listNotifications } from "#contract/notifications"
import { weekNumber } from "#core/time"
import { movableClock } from "#test/clock"
import { type Caller, startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"
import { playUntil } from "#test/play"
import { recordPartnership } from "#test/promises"
import * as contract from "./contract.ts"
import { signals } from "./signals.ts"

// Monday, 09:30 in Berlin.
const monday = "2027-02-15T08:30:00.000Z"
const clock = movableClock("2027-02-12T09:00:00Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Answering")
const [owner, manager] = [await workspace.as("owner"), await workspace.as("partner_manager")]
const alder = await recordPartnership(manager, "Alder")
const seller = await workspace.asPartner(alder.organizationId, "seller")

const promise = (promisedMinutes: number | null, warnMinutes: number | null) =>
  owner.call(setResponseTarget, { promise: "deal_answer", promisedMinutes, warnMinutes })
const register = async (name: string, caller: Caller = seller) =>
  (await caller.call(contract.recordDeal, { partnership: alder.id, name })).body
const move = async (deal: contract.Deal, state: contract.Deal["state"], caller: Caller = manager) =>
  (await caller.call(contract.moveDeal, { deal: deal.id, state }, { ifMatch: deal.version })).body
const play = (until: string) => playUntil(keelson, clock, until, { hours: [] })
const told = async () => (await manager.call(listNotifications, { show: "open" })).body.items.map(({ kind }) => kind)
const events = (deal: contract.Deal) =>
  runAsOwner<{ kind: string; occurred: Date; recorded: Date }>(
    keelson.ownerUrl,
    `select kind, occurred_at as occurred, recorded_at as recorded from event
      where kind like 'clock.%' and payload ->> 'subjectId' = '${deal.id}' order by recorded_at, id`,
  )

test("as delivered, an answer is promised within three working days of the workspace", async () => {
  const { body } = await manager.call(listCalendars)
  expect(body.delivered).toMatchObject({ timeZone: "Europe/Berlin", country: "DE" })
  expect(body.targets).toEqual([
    { promise: "deal_answer", promisedMinutes: 1_440, warnMinutes: 120, inForceFrom: null },
  ])
  const deal = await register("Delivered")
  // Friday 10:00, and three times eight hours on: Wednesday 10:00.
  expect(deal.clock).toMatchObject({ state: "running", turn: "host", dueAt: "2027-02-17T09:00:00.000Z" })
  await move(deal, "approved")
})

test("what was promised when it was submitted holds, and both sides see one instant", async () => {
  expect((await promise(480, 60)).status).toBe(200)
  clock.moveTo(monday)
  const deal = await register("Both")
  expect(deal.clock).toMatchObject({ dueAt: "2027-02-16T08:30:00.000Z", leftMinutes: 480, promisedMinutes: 480 })
  await promise(960, 60)
  const seen = (await manager.call(contract.listDeals, { partnership: alder.id })).body.items.find(
    ({ id }) => id === deal.id,
  )
  // All but who may hand it over.
  expect(seen?.clock).toEqual({ ...deal.clock, abilities: { handOver: true } })
  await promise(480, 60)
  await move(deal, "approved")
})

test("a warning comes an open hour before, not in the night and not after the answer; at the due instant is in time", async () => {
  const [inTime, late, answered] = [
    await register("In time"),
    await register("Late"),
    await register("Answered at once"),
  ]
  const reviewed = await move(answered, "approved")
  expect(reviewed.clock).toMatchObject({ state: "stopped", isLate: false, turn: null })
  await play("2027-02-15T15:29:59Z")
  expect(await told()).toEqual([])
  await play("2027-02-15T15:30:00Z")
  expect(await told()).toEqual(["deal_answer_due_soon", "deal_answer_due_soon"])
  await play("2027-02-16T08:30:00Z")
  expect(await told()).toHaveLength(2)
  expect((await move(inTime, "approved")).clock).toMatchObject({ state: "stopped", isLate: false })
  clock.moveTo("2027-02-16T08:30:00.001Z")
  expect((await move(late, "approved")).clock).toMatchObject({ state: "stopped", isLate: true })
  await play("2027-02-16T17:00:00Z")
  expect((await events(inTime)).map(({ kind }) => kind)).toEqual(["clock.warned", "clock.stopped"])
  const [, breach, ...more] = await events(late)
  expect(breach).toMatchObject({ kind: "clock.breached", occurred: new Date("2027-02-16T08:30:00Z") })
  expect(more.map(({ kind }) => kind)).toEqual(["clock.stopped"])
  // It was answered before anybody could be told.
  expect(await told()).toHaveLength(2)
})

test("a dead worker finds the breach late, at the time it was, and warns of nothing that is over", async () => {
  const before = (await told()).length
  const deal = await register("While the worker was down")
  const due = deal.clock?.dueAt ?? ""
  clock.moveTo("2027-02-18T09:00:00Z")
  await play("2027-02-18T09:00:01Z")
  expect(await events(deal)).toMatchObject([{ kind: "clock.breached", occurred: new Date(due) }])
  expect(await told()).toHaveLength(before + 1)
  // Asking back now undoes nothing, and home says what waits.
  const asked = await move(deal, "info_requested")
  expect(asked.clock).toMatchObject({ state: "paused", turn: "partner", isLate: true, dueAt: due })
  const again = await move(asked, "submitted", seller)
  const { body } = await manager.call(getHome, { whose: "all" })
  const waiting = body.groups.find(({ key }) => key === "registrations_waiting")
  expect(waiting).toMatchObject({
    items: [{ dealId: deal.id, clock: { isLate: true } }],
    counts: { late: { count: 1 } },
  })
  expect((await move(again, "rejected")).clock).toMatchObject({ state: "stopped", isLate: true, dueAt: due })
})

test("paused over Easter and the clock change by a question, it goes on where it stood, and nobody is warned meanwhile", async () => {
  clock.moveTo("2027-03-25T14:00:00Z")
  const deal = await register("Over Easter")
  const before = (await told()).length
  clock.moveTo("2027-03-25T15:30:00Z")
  const asked = await move(deal, "info_requested")
  expect(asked.answeredAt).toBeNull()
  expect(asked.clock).toMatchObject({ state: "paused", turn: "partner", leftMinutes: 390, dueAt: null })
  await play("2027-03-30T09:00:00Z")
  expect(await told()).toHaveLength(before)
  const resumed = await move(asked, "submitted", seller)
  expect(resumed.clock).toMatchObject({ state: "running", turn: "host", dueAt: "2027-03-31T07:30:00.000Z" })
  await move(resumed, "withdrawn", seller)
  await play("2027-04-02T09:00:00Z")
  expect((await events(deal)).map(({ kind }) => kind)).toEqual([])
})

test("handed over, the calendar of the other team counts from then on", async () => {
  clock.moveTo("2027-10-29T14:20:00Z")
  const days = Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from: 540, to: 1_020 }] : []))
  const team = { timeZone: "Europe/Berlin", country: "DE", weekly: days, days: [] }
  const berlin = (await owner.call(makeCalendar, { ...team, name: "Berlin", region: "BE" })).body
  const munich = (await owner.call(makeCalendar, { ...team, name: "Munich", region: "BY" })).body
  expect([berlin.isUsual, munich.isUsual]).toEqual([true, false])
  const deal = await register("All Saints")
  expect(deal.clock).toMatchObject({ dueAt: "2027-11-01T15:20:00.000Z", calendar: { name: "Berlin" } })
  const handedOver = await manager.call(handOverClock, { clock: deal.clock?.id ?? "", calendar: munich.id })
  expect(handedOver.body).toMatchObject({ dueAt: "2027-11-02T15:20:00.000Z", calendar: { name: "Munich" } })
  expect((await owner.call(chooseCalendar, { calendar: munich.id })).body.isUsual).toBe(true)
  const next = await register("By the other calendar")
  expect(next.clock?.dueAt).toBe("2027-11-02T15:20:00.000Z")
  for (const each of [deal, next]) await move(each, "approved")
})

test("in the week in which its time was over, each counts as in time or not, as it was known", async () => {
  const { actor, weeks } = await keelson.platform.transact(workspace.system, async (tx) => {
    const read = async (knownAt: string, lastDay: string) => {
      const question = { subjects: [alder.id], knownAt, lastWeek: weekNumber(lastDay) }
      const rows = (await Promise.all(signals.map((each) => each.read(tx, question)))).flat()
      const row = rows.find(({ signal }) => signal === "host_answers_in_time")
      return row?.weeks.map((week, at) => [week - weekNumber("2027-02-15"), row.values[at], row.sizes?.[at]])
    }
    return {
      actor: tx.actor,
      weeks: [
        await read("2027-02-16T08:30:00.000Z", "2027-02-15"),
        await read("2027-02-16T08:30:00.002Z", "2027-02-15"),
        await read("2027-11-29T09:00:00.000Z", "2027-11-22"),
      ],
    }
  })
  expect(actor.kind).toBe("system")
  const [atDue, after, later] = weeks
  // Four answered by then of which all in time; the one that came a millisecond late; the one found late; those of autumn.
  expect(atDue).toEqual([[0, 1, 4]])
  expect(after).toEqual([[0, 0.8, 5]])
  expect(later).toEqual([
    [0, 4 / 6, 6],
    [37, 1, 2],
  ])
})

test("where nothing is promised time is shown and nobody is late; what the host passes on has no clock", async () => {
  await promise(null, null)
  const deal = await register("Unpromised")
  expect(deal.clock).toMatchObject({ state: "running", dueAt: null, leftMinutes: null, isLate: false })
  expect((await register("Passed on", manager)).clock).toMatchObject({ state: "running" })
  const { body } = await manager.call(contract.recordDeal, {
    partnership: alder.id,
    name: "From us",
    registeredBy: "host",
  })
  expect(body.clock).toBeNull()
})
