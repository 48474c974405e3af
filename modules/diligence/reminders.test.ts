import { expect, test } from "vitest"
import { getHome } from "#contract/home"
import { listNotifications } from "#contract/notifications"
import { movePartnership } from "#contract/partnerships"
import { getPartnership } from "#contract/portfolio"
import { groupOf } from "#core/attention"
import { openDiligence } from "#test/diligence"
import { recordPartnership, runJob, runQueued } from "#test/promises"
import { openScene } from "#test/recruiting"
import * as contract from "./contract.ts"

/* It is 1 March 2027. */
const { keelson, clock, manager, ben, benId, add: addCandidate } = await openScene()
const { accepted, add, company, give, of, review } = openDiligence(manager)

const turnAt = async (moment: string) => {
  clock.moveTo(moment)
  for (const _ of [1, 2]) await runJob("diligence.turn-day", keelson)
  await runQueued("notifications.tell", keelson)
}
const told = async (caller = manager) =>
  (await caller.call(listNotifications, { limit: 100 })).body.items
    .filter(({ kind }) => kind.startsWith("diligence"))
    .map(({ kind, payload }) => `${payload["company"]} ${kind.slice(10)} ${payload["on"]}`)
const waiting = async (caller = manager, whose: "mine" | "all" = "mine") =>
  groupOf((await caller.call(getHome, { whose })).body.groups, contract.diligenceWaiting).items.map(
    ({ organizationName, waitsFor, on }) => `${organizationName} ${waitsFor} ${on ?? "now"}`,
  )

test("whoever follows up hears once before the last day and once after it, and what waits stands on Today", async () => {
  const acme = await company("Acme")
  const item = await add(acme, { ownerId: benId })
  await accepted(item.id, { validThrough: "2027-04-10" })
  await turnAt("2027-03-10T21:00:00.000Z")
  expect([await told(ben), await waiting(ben)]).toEqual([[], []])
  // Midnight has come where the workspace is.
  await turnAt("2027-03-10T23:30:00.000Z")
  expect(await told(ben)).toEqual(["Acme expiring 2027-04-10"])
  expect(await waiting(ben)).toEqual(["Acme expiring 2027-04-10"])
  expect([await told(), await waiting()]).toEqual([[], []])
  expect(await waiting(manager, "all")).toContain("Acme expiring 2027-04-10")
  await turnAt("2027-03-11T12:00:00.000Z")
  expect(await told(ben)).toEqual(["Acme expiring 2027-04-10"])
  // A renewal that nobody has reviewed is not valid: the last day stays.
  const renewal = (await give(item.id, { issuedOn: "2027-03-05", validThrough: "2028-04-10" })).body
  expect(await waiting(ben)).toEqual(["Acme review now"])
  await turnAt("2027-04-10T20:00:00.000Z")
  expect((await of(acme)).items[0]?.standing).toBe("expiring")
  await turnAt("2027-04-11T04:00:00.000Z")
  // What was told of a day that has passed is not shown any more.
  expect(await told(ben)).toEqual(["Acme expired 2027-04-10"])
  expect(await waiting(ben)).toEqual(["Acme expired 2027-04-10"])
  expect((await of(acme)).concern).toMatchObject({ missing: 0, expired: 1 })
  await review(renewal, "accepted")
  expect([await told(ben), await waiting(ben)]).toEqual([[], []])
  // And its own last day is told of in its turn.
  await turnAt("2028-03-12T12:00:00.000Z")
  expect(await told(ben)).toEqual(["Acme expiring 2028-04-10"])
})

test("after a server was away for a month what ran out meanwhile is told, once and as run out", async () => {
  clock.moveTo("2028-05-01T09:00:00.000Z")
  const item = await add(await company("Asleep"))
  await accepted(item.id, { issuedOn: "2028-04-01", validThrough: "2028-06-15" })
  await turnAt("2028-07-20T09:00:00.000Z")
  expect((await told()).filter((each) => each.startsWith("Asleep"))).toEqual(["Asleep expired 2028-06-15"])
  await turnAt("2028-07-21T09:00:00.000Z")
  expect((await told()).filter((each) => each.startsWith("Asleep"))).toHaveLength(1)
})

test("nobody is reminded of the papers of a partner that one works with no more, and again when that goes on", async () => {
  clock.moveTo("2028-08-01T09:00:00.000Z")
  const { id: partnership, organizationId } = await recordPartnership(manager, "Gone")
  const item = await add(organizationId)
  await accepted(item.id, { issuedOn: "2028-07-01", validThrough: "2028-08-20" })
  expect((await waiting()).filter((each) => each.startsWith("Gone"))).toEqual(["Gone expiring 2028-08-20"])
  const { version } = (await manager.call(getPartnership, { partnership })).body
  const move = { partnership, to: "ended" as const, reason: "As agreed" }
  expect((await manager.call(movePartnership, move, { ifMatch: version })).status).toBe(200)
  await runQueued("diligence.partnership-moved", keelson)
  expect((await of(organizationId)).items[0]?.isResting).toBe(true)
  await turnAt("2028-08-21T12:00:00.000Z")
  expect((await told()).filter((each) => each.startsWith("Gone"))).toEqual([])
  expect((await waiting()).filter((each) => each.startsWith("Gone"))).toEqual([])
  // Somebody thinks of working with them again.
  await addCandidate("", { newOrganization: undefined, organizationId })
  await turnAt("2028-08-22T12:00:00.000Z")
  expect((await told()).filter((each) => each.startsWith("Gone"))).toEqual(["Gone expired 2028-08-20"])
})
