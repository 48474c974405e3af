import { expect, test } from "vitest"
import { getHome } from "#contract/home"
import { listNotifications } from "#contract/notifications"
import { groupOf } from "#core/attention"
import { runQueued } from "#test/promises"
import { openScene } from "#test/recruiting"
import * as contract from "./contract.ts"

const scene = await openScene()
const { keelson, workspace, manager, ada, ben, eve, benId, adaId, eveId } = scene
const { answersOfA, answersOfB, add, whole, ask, send, decide } = scene

/* It is 1 March 2027; a day is told of two weeks ahead. */
const homeOf = async (caller = manager, whose: "mine" | "all" = "mine") => (await caller.call(getHome, { whose })).body
const candidatesOf = async (caller = manager, whose: "mine" | "all" = "mine") =>
  groupOf((await homeOf(caller, whose)).groups, contract.candidatesWaiting)
const told = async (...asked: Parameters<typeof candidatesOf>) =>
  (await candidatesOf(...asked)).items.map(({ organizationName, waitsFor, on }) => [organizationName, waitsFor, on])
const assessing = async (caller: typeof manager) => groupOf((await homeOf(caller)).groups, contract.assessmentsWaiting)

test("next steps that are due or near wait for whoever looks after the candidate, the longest due first", async () => {
  await add("Far", { nextStep: "Call", nextStepOn: "2027-03-16" })
  await add("Near", { nextStep: "Call", nextStepOn: "2027-03-15" })
  await add("Late", { nextStep: "Meet", nextStepOn: "2027-02-20" })
  await add("Bens", { ownerId: benId, nextStepOn: "2027-03-02" })
  await add("Idle")
  const own = [
    ["Late", "next_step", "2027-02-20"],
    ["Near", "next_step", "2027-03-15"],
  ]
  expect(await told()).toEqual(own)
  expect(await told(manager, "all")).toEqual([own[0], ["Bens", "next_step", "2027-03-02"], own[1]])
  const all = (await candidatesOf(manager, "all")).items
  expect(all.map(({ ownerName }) => ownerName !== null)).toEqual([false, true, false])
  expect(await told(ben)).toEqual([["Bens", "next_step", "2027-03-02"]])
  expect(await told(ada)).toEqual([])
})

test("a question waits for whoever was asked, then a decision for whoever looks after it, then the partnership", async () => {
  const { id } = await add("Asked", { nextStep: "Wait", nextStepOn: "2027-03-03" })
  await ask(id, [adaId, eveId])
  expect((await assessing(ada)).items).toMatchObject([{ candidateId: id, organizationName: "Asked" }])
  expect(await assessing(ben)).toMatchObject({ items: [], counts: { waiting: { count: 0 } } })
  await send(ada, id, answersOfA)
  expect((await assessing(ada)).items).toEqual([])
  const of = async () => (await told()).filter(([name]) => name === "Asked")
  // Eve has not answered yet.
  expect(await of()).toEqual([["Asked", "next_step", "2027-03-03"]])
  const left = (await manager.call(contract.getPanel, { candidate: id })).body.items.find(
    ({ state }) => state === "asked",
  )
  await manager.call(contract.takeBackQuestion, { assessment: left?.id ?? "" })
  expect(await of()).toEqual([["Asked", "decision", null]])
  await decide(id, {})
  expect(await of()).toEqual([["Asked", "conversion", null]])
  const { version } = await whole(id)
  await manager.call(contract.convertCandidate, { candidate: id }, { ifMatch: version })
  expect(await of()).toEqual([])
})

test("where everybody stepped aside, or whoever was asked has left, somebody else is asked: nothing is decided on nothing", async () => {
  const { id } = await add("Aside")
  await ask(id, [benId])
  const { own } = (await ben.call(contract.getPanel, { candidate: id })).body
  await ben.call(contract.recuse, { assessment: own?.id ?? "", why: "A cousin" }, { ifMatch: own?.version ?? 0 })
  const of = async (name: string) => (await told()).filter((each) => each[0] === name)
  expect(await of("Aside")).toEqual([["Aside", "asking", null]])
  const left = await add("Left")
  await ask(left.id, [eveId, adaId])
  await send(ada, left.id, answersOfA)
  expect(await of("Left")).toEqual([])
  const retire = (deactivatedAt: string | null) =>
    keelson.platform.transact(workspace.system, ({ db }) =>
      db.updateTable("member").set({ deactivatedAt }).where("id", "=", eveId).execute(),
    )
  await retire("2027-03-01T08:00:00.000Z")
  expect(await of("Left")).toEqual([["Left", "asking", null]])
  await retire(null)
})

test("whoever looks after a candidate and assesses it too is told both", async () => {
  const { id } = await add("Both", { ownerId: benId, nextStep: "Call", nextStepOn: "2027-03-02" })
  await ask(id, [benId])
  expect((await assessing(ben)).items.map(({ organizationName }) => organizationName)).toContain("Both")
  expect((await told(ben)).filter(([name]) => name === "Both")).toEqual([["Both", "next_step", "2027-03-02"]])
})

test("what was put off comes back on its day, and not what was decided for good", async () => {
  const hold = async (name: string, outcome: "on_hold" | "declined", lookAgainOn?: string) => {
    const { id } = await add(name, { nextStepOn: "2027-03-01" })
    await decide(id, { outcome, ...(lookAgainOn === undefined ? {} : { lookAgainOn }) })
  }
  await hold("Held", "on_hold", "2027-03-15")
  await hold("Heldlong", "on_hold", "2027-03-16")
  await hold("No", "declined")
  await hold("Notnow", "declined", "2027-03-02")
  const names = (await told()).filter(([, waitsFor]) => waitsFor === "look_again")
  expect(names).toEqual([
    ["Notnow", "look_again", "2027-03-02"],
    ["Held", "look_again", "2027-03-15"],
  ])
  expect((await told()).map(([name]) => name)).not.toContain("No")
})

test("a decision that waits is told of once answers were sent anew in a new round only", async () => {
  const { id } = await add("Anew")
  await ask(id, [benId])
  await send(ben, id, answersOfB)
  const of = async () => (await told()).filter(([name]) => name === "Anew")
  expect(await of()).toEqual([["Anew", "decision", null]])
  await ask(id, [benId], { isNewRound: true })
  expect(await of()).toEqual([])
  expect((await assessing(ben)).items.map(({ organizationName }) => organizationName)).toContain("Anew")
})

test("whoever is asked is told once, by mail too, and no more once they have answered", async () => {
  const { id } = await add("Told")
  await ask(id, [eveId])
  const told = async () => {
    await runQueued("notifications.tell", keelson)
    await runQueued("notifications.take-back", keelson)
    const { items } = (await eve.call(listNotifications, {})).body
    return items.filter(({ payload }) => payload["company"] === "Told")
  }
  expect(await told()).toMatchObject([
    { kind: "assessment_asked", partnershipId: null, payload: { candidateId: id, profile: "Reseller, DACH" } },
  ])
  await send(eve, id, answersOfB)
  expect(await told()).toEqual([])
  // Nobody else hears of it.
  expect((await ben.call(listNotifications, {})).body.items.map(({ payload }) => payload["company"])).not.toContain(
    "Told",
  )
})
