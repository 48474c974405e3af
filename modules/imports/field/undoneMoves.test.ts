import { expect, test } from "vitest"
import { setResponseTarget } from "#contract/clocks"
import { listOccurrences } from "#contract/commitments"
import { type Deal, listDeals, moveDeal } from "#contract/deals"
import * as contract from "#contract/imports"
import type { Answers } from "#core/importable/remark"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { playUntil } from "#test/play"
import { recordPartnership } from "#test/promises"

/*
 * What an import moved in other modules goes back with it: the time that ran for an answer goes on from where it was.
 */
// Monday, 11:30 in Berlin.
const clock = movableClock("2027-02-15T10:30:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Undone moves")
const owner = await workspace.as("owner")
const alder = await recordPartnership(owner, "Alder")
await owner.call(setResponseTarget, { promise: "deal_answer", promisedMinutes: 480, warnMinutes: 60 })

const play = (until: string) => playUntil(keelson, clock, until, { hours: [] })
const minuteAfter = () => new Date(Date.parse(clock.now()) + 60_000).toISOString()
const deals = async (): Promise<ReadonlyMap<string, Deal>> => {
  const { items } = (await owner.call(listDeals, { partnership: alder.id, limit: 100 })).body
  return new Map(items.map((deal) => [deal.name, deal]))
}
const times = async () =>
  Object.fromEntries(
    [...(await deals()).values()].map(({ name, state, clock: time, unclocked }) => [name, { state, time, unclocked }]),
  )
const bring = async (rows: readonly string[], answers?: Answers) => {
  const content = ["partner,deal,deal id,state,registered on,asked on", ...rows].join("\n")
  const { body } = await owner.call(contract.uploadImport, {}, { file: { name: "deals.csv", content } })
  await play(minuteAfter())
  if (answers)
    expect(await owner.call(contract.decideImport, { import: body.id, answers })).toMatchObject({ status: 200 })
  await owner.call(contract.startImport, { import: body.id })
  await play(minuteAfter())
  expect((await owner.call(contract.getImport, { import: body.id })).body).toMatchObject({
    state: "imported",
    rowsFailed: 0,
  })
  return body.id
}
const undo = async (id: string) => {
  expect(await owner.call(contract.undoImport, { import: id })).toMatchObject({ status: 200 })
  await play(minuteAfter())
  expect((await owner.call(contract.getImport, { import: id })).body.state).toBe("undone")
}

test("a deal that the next export said was answered waits again once that is undone, and its time goes on from where it was", async () => {
  await bring([
    "Alder,Plain,D-1,submitted,2027-02-15 09:30,",
    "Alder,Asked,D-2,info requested,2027-02-15 09:00,2027-02-15 10:00",
    "Alder,Looked at,D-3,submitted,2027-02-15 09:30,",
    "Alder,Of a day,D-4,submitted,2027-02-15,",
    "Alder,Left alone,D-5,submitted,2027-02-15 09:30,",
  ])
  const before = await times()
  expect(before["Plain"]?.time).toMatchObject({ state: "running", dueAt: "2027-02-16T08:30:00.000Z" })
  expect(before["Asked"]?.time).toMatchObject({ state: "paused", leftMinutes: 420 })
  const run = await bring(
    [
      "Alder,Plain,D-1,approved,2027-02-15 09:30,",
      "Alder,Asked,D-2,rejected,2027-02-15 09:00,2027-02-15 10:00",
      "Alder,Looked at,D-3,in review,2027-02-15 09:30,",
      "Alder,Of a day,D-4,approved,2027-02-15,",
    ],
    { "row-differs:state": "update" },
  )
  const moved = await times()
  expect(Object.fromEntries(Object.entries(moved).map(([name, { time }]) => [name, time?.state ?? null]))).toEqual({
    ...{ Plain: null, Asked: null, "Looked at": null, "Of a day": null },
    "Left alone": "running",
  })
  await play("2027-02-15T12:00:00.000Z")
  await undo(run)
  const now = await times()
  const lasting = ({ state, time, unclocked }: NonNullable<(typeof now)[string]>) => [
    ...[state, unclocked, time?.state, time?.dueAt],
  ]
  for (const name of Object.keys(before))
    expect(lasting(now[name] as never), name).toEqual(lasting(before[name] as never))
  expect(now["Asked"]?.time).toMatchObject({ turn: "partner", leftMinutes: 420 })
  const plain = (await deals()).get("Plain") as Deal
  expect(await owner.call(moveDeal, { deal: plain.id, state: "approved" }, { ifMatch: plain.version })).toMatchObject({
    status: 200,
    body: { clock: { state: "stopped" } },
  })
})

test("what came due meanwhile was missed at its due time, once", async () => {
  await bring(["Alder,Forgotten,D-6,submitted,2027-02-15 13:30,"])
  const dueAt = (await times())["Forgotten"]?.time?.dueAt
  const run = await bring(["Alder,Forgotten,D-6,approved,2027-02-15 13:30,"], { "row-differs:state": "update" })
  await play("2027-02-18T12:00:00.000Z")
  const missedOf = async () =>
    (await owner.call(listOccurrences, { partnership: alder.id, limit: 100 })).body.items.filter(
      ({ state }) => state === "missed",
    ).length
  const others = await missedOf()
  await undo(run)
  expect((await times())["Forgotten"]?.time).toMatchObject({ dueAt, isLate: true })
  expect(await missedOf()).toBe(others + 1)
})
