import { expect, test } from "vitest"
import { setResponseTarget } from "#contract/clocks"
import { getImport, startImport, uploadImport } from "#contract/imports"
import { listNotifications } from "#contract/notifications"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"
import { playUntil } from "#test/play"
import { recordPartnership, runJob } from "#test/promises"
import * as contract from "./contract.ts"

// Friday, 10:00 in Berlin, and the Monday after.
const clock = movableClock("2027-02-12T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Recorded")
const [owner, manager] = [await workspace.as("owner"), await workspace.as("partner_manager")]
const alder = await recordPartnership(manager, "Alder")
const seller = await workspace.asPartner(alder.organizationId, "seller")
await owner.call(setResponseTarget, { promise: "deal_answer", promisedMinutes: 480, warnMinutes: 60 })

const play = (until: string) => playUntil(keelson, clock, until, { hours: [] })
const deals = async (caller = manager) =>
  new Map(
    (await caller.call(contract.listDeals, { partnership: alder.id, limit: 100 })).body.items.map((deal) => [
      deal.name,
      deal,
    ]),
  )
const move = async (deal: contract.Deal, state: contract.Deal["state"], caller = manager) =>
  (await caller.call(contract.moveDeal, { deal: deal.id, state }, { ifMatch: deal.version })).body
const withoutClocks = () => runAsOwner(keelson.ownerUrl, "delete from clock")
const count = async (table: string) =>
  (await runAsOwner<{ rows: number }>(keelson.ownerUrl, `select count(*)::int as rows from ${table}`))[0]?.rows

test("what was open before there were clocks gets one that runs from its submission, without the time in which it was asked", async () => {
  const register = async (name: string) =>
    (await seller.call(contract.recordDeal, { partnership: alder.id, name })).body
  const [asked, resumed, plain] = [await register("Asked"), await register("Resumed"), await register("Plain")]
  clock.moveTo("2027-02-12T10:00:00.000Z")
  const waiting = [await move(asked, "info_requested"), await move(resumed, "info_requested")] as const
  clock.moveTo("2027-02-12T12:00:00.000Z")
  await move(waiting[1], "submitted", seller)
  await withoutClocks()
  await runJob("deals.start-clocks", keelson)
  const all = await deals()
  expect(all.get("Asked")?.clock).toMatchObject({ state: "paused", turn: "partner", leftMinutes: 420, dueAt: null })
  expect(all.get("Resumed")?.clock).toMatchObject({ state: "running", dueAt: "2027-02-15T11:00:00.000Z" })
  expect(all.get("Plain")?.clock).toMatchObject({ state: "running", dueAt: "2027-02-15T09:00:00.000Z" })
  expect([...all.values()].map(({ unclocked }) => unclocked)).toEqual([null, null, null])
  clock.moveTo("2027-02-12T14:00:00.000Z")
  const again = await move((await deals()).get("Asked") ?? asked, "submitted", seller)
  expect(again.clock).toMatchObject({ dueAt: "2027-02-15T13:00:00.000Z" })
  for (const deal of (await deals()).values()) await move(deal, "approved")
  expect(plain.clock?.dueAt).toBe("2027-02-15T09:00:00.000Z")
})

const open = [
  "partner,deal,state,registered on,asked on,question answered on,answered on",
  "Alder,To the minute,submitted,2027-02-15 09:30,,,",
  "Alder,Asked once,in review,2027-02-15 09:00,2027-02-15 10:00,2027-02-15 12:00,",
  "Alder,Asked still,info requested,2027-02-15 09:00,2027-02-15 10:00,,",
  "Alder,Asked some time,info requested,2027-02-15 09:00,,,",
  "Alder,Of a day,submitted,2027-02-15,,,",
  "Alder,Of no day,submitted,,,,",
  "Alder,Late long ago,submitted,2026-03-02 09:00,,,",
]
const answered = Array.from(
  { length: 500 },
  (_, at) => `Alder,Old ${at},approved,2025-03-${10 + (at % 5)} 09:00,,,2025-03-2${at % 5} 10:00`,
)

test("a file's open registrations get the clock that their times allow, the others say what is not known, and nobody is mailed of old ones", async () => {
  clock.moveTo("2027-02-15T11:30:00.000Z")
  const [clocks, events] = [await count("clock"), await count("event where kind = 'clock.breached'")]
  const told = (await manager.call(listNotifications, { show: "open" })).body.items.length
  const { body } = await manager.call(
    uploadImport,
    {},
    { file: { name: "deals.csv", content: [...open, ...answered].join("\n") } },
  )
  await play("2027-02-15T11:31:00.000Z")
  await manager.call(startImport, { import: body.id })
  await play("2027-02-15T11:32:00.000Z")
  expect((await manager.call(getImport, { import: body.id })).body).toMatchObject({ state: "imported", rowsFailed: 0 })
  const all = await deals(seller)
  expect(all.get("To the minute")?.clock).toMatchObject({ dueAt: "2027-02-16T08:30:00.000Z" })
  expect(all.get("Asked once")?.clock).toMatchObject({ state: "running", dueAt: "2027-02-16T10:00:00.000Z" })
  expect(all.get("Asked still")?.clock).toMatchObject({ state: "paused", leftMinutes: 420, dueAt: null })
  // By what was promised then: three days, before eight hours were promised.
  expect(all.get("Late long ago")?.clock).toMatchObject({ isLate: true, dueAt: "2026-03-04T16:00:00.000Z" })
  const unknown = ["Asked some time", "Of a day", "Of no day"].map((name) => all.get(name))
  expect(unknown.map((deal) => [deal?.clock, deal?.registeredTo, deal?.unclocked])).toEqual([
    [null, "instant", "question"],
    [null, "day", "registration"],
    [null, "unknown", "registration"],
  ])
  expect(await count("clock")).toBe((clocks ?? 0) + 4)
  expect(await count("event where kind = 'clock.breached'")).toBe((events ?? 0) + 1)
  // What the partner sends again after a question whose time nobody knows has still no time that could be told.
  const [resumed] = [await move(all.get("Asked some time") as contract.Deal, "submitted", seller)]
  await runJob("deals.start-clocks", keelson)
  expect((await deals()).get(resumed.name)).toMatchObject({ clock: null, unclocked: "question" })
  expect((await manager.call(listNotifications, { show: "open" })).body.items.length).toBe(told)
})
