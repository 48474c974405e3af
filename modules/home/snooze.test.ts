import fc from "fast-check"
import { expect, test } from "vitest"
import { noticesNear } from "#contract/agreements"
import { listOccurrences, promisesMissed, promisesOurs, promisesTheirs } from "#contract/commitments"
import { groupOf } from "#core/attention"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { enter, monthly, recordPartnership, runJob } from "#test/promises"
import { getHome, snooze, wake } from "./contract.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const weekly = (owedBy: "host" | "partner", windowDays: number) => monthly(owedBy, { cadence: "weekly", windowDays })

for (const [name, host, partner] of [
  ["Contoso", 0, 3],
  ["Fabrikam", 21, 0],
  ["Tailspin", 1, 10],
] as const)
  await enter(
    manager,
    (await recordPartnership(manager, name)).id,
    [weekly("host", host), weekly("partner", partner)],
    {
      endsOn: "2026-07-31",
      noticeDays: 60,
    },
  )
clock.moveTo("2026-05-20T09:00:00.000Z")
await runJob("commitments.update-due-states", keelson)

const read = async (query: { whose?: "mine" | "all"; most?: number } = {}) =>
  (await manager.call(getHome, { whose: "all", ...query })).body
const totalOf = (counts: Readonly<Record<string, { count: number }>>) =>
  Object.values(counts).reduce((sum, { count }) => sum + count, 0)

test("home holds what it counts, however few are shown, and the newest misses are not the ones left out", async () => {
  const all = await read({ most: 500 })
  expect(totalOf(groupOf(all.groups, promisesOurs).counts)).toBeGreaterThan(3)
  for (const shape of [promisesOurs, promisesTheirs]) {
    const { items, counts } = groupOf(all.groups, shape)
    expect(totalOf(counts)).toBe(items.length)
    expect(items.filter(({ isOverdue }) => isOverdue).length).toBe(counts.overdue.count)
    expect(items.filter(({ awaitsConfirmation }) => awaitsConfirmation).length).toBe(counts.awaiting.count)
  }
  const { items: missed, counts } = groupOf(all.groups, promisesMissed)
  expect(counts.ours.count + counts.theirs.count).toBeGreaterThan(50)
  expect(counts.partnerships.count).toBe(missed.length)
  for (const each of missed) {
    const listed = async (side: "host" | "partner") => {
      const query = {
        partnership: each.partnershipId,
        side,
        state: "missed",
        overdue: "true" as never,
        limit: 200,
      } as const
      return (await manager.call(listOccurrences, query)).body.items
    }
    const [ours, theirs] = [await listed("host"), await listed("partner")]
    expect([each.ours, each.theirs]).toEqual([ours.length, theirs.length])
    const days = [...ours, ...theirs].map(({ dueOn }) => dueOn).sort()
    expect([each.oldestOn, each.newestOn]).toEqual([days[0], days.at(-1)])
  }
  expect([counts.ours.count, counts.theirs.count]).toEqual(
    (["ours", "theirs"] as const).map((side) => missed.reduce((sum, each) => sum + each[side], 0)),
  )
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 12 }), async (most) => {
      const few = await read({ most })
      expect(few.groups.map(({ counts }) => counts)).toEqual(all.groups.map(({ counts }) => counts))
      for (const [index, { items }] of few.groups.entries())
        expect(items).toEqual(all.groups[index]?.items.slice(0, most))
    }),
    { numRuns: 5 },
  )
})

test("what is snoozed is off the list and its counts, for this person alone, until the day on which it comes back", async () => {
  const before = await read()
  const [promise] = groupOf(before.groups, promisesOurs).items
  const [missed] = groupOf(before.groups, promisesMissed).items
  const [notice] = groupOf(before.groups, noticesNear).items
  const things = [
    { list: promisesOurs.key, id: promise?.id ?? "" },
    { list: promisesMissed.key, id: missed?.partnershipId ?? "" },
    { list: noticesNear.key, id: notice?.agreementId ?? "" },
  ]
  expect((await manager.call(snooze, { things, until: "2026-05-22" })).status).toBe(200)
  const asleep = await read()
  expect(totalOf(groupOf(asleep.groups, promisesOurs).counts)).toBe(
    totalOf(groupOf(before.groups, promisesOurs).counts) - 1,
  )
  expect(groupOf(asleep.groups, promisesMissed).counts.partnerships.count).toBe(2)
  expect(asleep.snoozed.map(({ key, items }) => [key, items.length])).toEqual(
    expect.arrayContaining(things.map(({ list }) => [list, 1])),
  )
  expect(asleep.snoozes).toEqual(expect.arrayContaining(things.map((each) => ({ ...each, until: "2026-05-22" }))))
  const colleague = await workspace.as("owner")
  expect((await colleague.call(getHome, { whose: "all" })).body.groups).toHaveLength(before.groups.length)
  expect((await colleague.call(getHome, { whose: "all" })).body.snoozed).toEqual([])

  expect((await manager.call(wake, { things: things.slice(0, 1) })).status).toBe(200)
  expect(groupOf((await read()).groups, promisesOurs)).toEqual(groupOf(before.groups, promisesOurs))
  clock.moveTo("2026-05-22T09:00:00.000Z")
  const back = await read()
  expect(back.snoozed).toEqual([])
  expect(groupOf(back.groups, promisesMissed).counts.partnerships.count).toBe(3)
})

test("only what there is a list of is put off, and to a day ahead", async () => {
  const id = "0199a1b2-0000-7000-8000-000000000001"
  const refused = async (list: string, until: string) =>
    (await manager.call(snooze, { things: [{ list, id }], until })).body
  expect(await refused("promises_ours", "2026-05-22")).toMatchObject({ code: "not-ahead" })
  expect(await refused("nothing", "2026-05-25")).toMatchObject({ code: "no-such-list" })
})
