import { expect, test } from "vitest"
import { enterAgreement } from "#contract/agreements"
import { recordDeal } from "#contract/deals"
import { listNotifications } from "#contract/notifications"
import { archivePlanTemplate, finishTask, getPlanTemplate, reopenTask, skipTask } from "#contract/tasks"
import { languageCodes } from "#core/languages"
import { partnershipTypes } from "#rules/partnerships"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { onboardingOf, recordPartner, startWith, workdays, writePlan } from "#test/onboarding"
import { runJob, runQueued } from "#test/promises"
import { codeOf } from "#test/tasks"
import * as contract from "./contract.ts"

const clock = movableClock("2027-03-01T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordlicht")
const manager = await workspace.as("partner_manager")
const viewer = await workspace.as("viewer")
const partner = (name: string, type: (typeof partnershipTypes)[number] = "reseller") =>
  recordPartner(keelson, workspace, manager, { name, type })

const host = "host" as const
const opening = { grants: [{ opens: "deal_registration" as const }], offset: workdays(2) }
const plan = await writePlan(manager, "Ours", [
  { key: "one", title: "One", side: host, offset: workdays(1) },
  { key: "two", title: "Two", side: host, isOptional: true, ...opening },
])
const register = (of: Awaited<ReturnType<typeof partner>>) =>
  of.partner.call(recordDeal, { partnership: of.id, name: "A deal" })
const idOf = async (partnership: string, title: string) =>
  (await onboardingOf(manager, partnership)).byTitle.get(title)?.id ?? ""

test("of one company one onboarding is under way; given up it keeps nothing closed, and another may begin", async () => {
  const cascade = await partner("Cascade")
  await startWith(manager, cascade.id, plan.id, "2027-03-01")
  const again = { partnership: cascade.id, planTemplate: plan.id, startsOn: "2027-03-01" }
  expect(codeOf(await manager.call(contract.startOnboarding, again))).toEqual([409, "onboarding-under-way"])
  const before = (await manager.call(contract.listOnboardingsOf, { partnership: cascade.id })).body
  expect(before.abilities).toEqual({ start: "onboarding-under-way" })
  expect(codeOf(await viewer.call(contract.startOnboarding, again))).toEqual([403, "role-may-not"])
  const onboarding = before.items[0]?.id ?? ""
  expect((await register(cascade)).status).toBe(409)
  const given = await manager.call(contract.giveUpOnboarding, { onboarding, reason: "They sell by themselves" })
  expect(given.body).toMatchObject({ state: "given_up", givenUp: { why: "They sell by themselves" }, hangsOn: null })
  expect(codeOf(await manager.call(contract.giveUpOnboarding, { onboarding, reason: "Again" }))).toEqual([
    409,
    "onboarding-over",
  ])
  expect((await register(cascade)).status).toBe(201)
  expect((await manager.call(contract.startOnboarding, again)).status).toBe(201)
  expect((await register(cascade)).status).toBe(409)
})

test("two who start at once start one", async () => {
  const { id } = await partner("Twice")
  const asked = { partnership: id, planTemplate: plan.id, startsOn: "2027-03-01" }
  const both = await Promise.all([1, 2].map(() => manager.call(contract.startOnboarding, asked)))
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
})

test("a step that opens is done, opened again, left out; the host opens by hand, and whoever registers deals hears of it", async () => {
  const cascade = await partner("Opening")
  const { id } = await startWith(manager, cascade.id, plan.id, "2027-03-01")
  const two = await idOf(cascade.id, "Two")
  const heard = async () => {
    await runQueued("notifications.tell", keelson)
    return (await cascade.partner.call(listNotifications, {})).body.items.map(({ kind }) => kind)
  }
  await manager.call(finishTask, { task: two })
  expect((await register(cascade)).status).toBe(201)
  expect(await heard()).toContain("registration_opened")
  // Opened again, it is closed again, and the news is gone.
  await manager.call(reopenTask, { task: two })
  expect((await register(cascade)).status).toBe(409)
  expect(await heard()).not.toContain("registration_opened")
  await manager.call(skipTask, { task: two, reason: "Not now" })
  await manager.call(finishTask, { task: await idOf(cascade.id, "One") })
  expect(await onboardingOf(manager, cascade.id)).toMatchObject({ state: "finished", registration: "closed" })
  expect((await register(cascade)).status).toBe(409)
  const opened = await manager.call(contract.openRegistration, { onboarding: id, reason: "They know it" })
  expect(opened.body).toMatchObject({ registration: "open", openedByHand: { why: "They know it" } })
  expect((await register(cascade)).status).toBe(201)
  expect(codeOf(await manager.call(contract.openRegistration, { onboarding: id, reason: "Again" }))).toEqual([
    409,
    "nothing-closed",
  ])
})

test("whoever looks after a partnership hears of a step of somebody else that holds its onboarding up", async () => {
  const { id } = await partner("Held")
  const held = await writePlan(manager, "Held", [
    { key: "theirs", title: "Theirs", side: "partner", role: "seller", offset: workdays(1) },
  ])
  await startWith(manager, id, held.id, "2027-03-01")
  clock.moveTo("2027-03-04T09:00:00.000Z")
  await runJob("tasks.turn-day", keelson)
  await runQueued("notifications.tell", keelson)
  const stuck = (await manager.call(listNotifications, {})).body.items.filter(({ kind }) => kind === "onboarding_stuck")
  expect(stuck.map(({ payload }) => payload.title)).toEqual(["Theirs"])
  const listed = (await viewer.call(contract.listOnboardings, { state: "stuck", limit: 200 })).body
  expect(listed.items.map(({ partnershipName }) => partnershipName)).toContain("Held")
  expect(listed.counts.stuck).toBe(listed.items.length)
  await manager.call(finishTask, { task: await idOf(id, "Theirs") })
  const finished = (await viewer.call(contract.listOnboardings, { state: "finished", limit: 200 })).body.items
  expect(finished.map(({ partnershipName }) => partnershipName)).toContain("Held")
})

test("the plan that is ready for each type can be carried out, in six languages", async () => {
  const other = await keelson.workspace("Südlicht")
  const owner = await other.as("owner")
  for (const [at, type] of partnershipTypes.entries()) {
    const language = languageCodes[at % languageCodes.length] ?? "en"
    const { body } = await owner.call(contract.takeReadyPlan, { type, language })
    const { steps } = (await owner.call(getPlanTemplate, { planTemplate: body.plan?.id ?? "" })).body
    expect([steps.length, steps.filter(({ side }) => side === "partner").length]).toEqual([
      body.ready.steps,
      body.ready.ofPartner,
    ])
    // Each is reached from the start, and the last of all is the look back.
    expect(steps.at(-1)?.after).toBeDefined()
  }
  const { items } = (await owner.call(contract.listOnboardingPlans)).body
  expect(items.every((each) => each.plan !== null)).toBe(true)
  expect(new Set(items.map((each) => each.plan?.name)).size).toBe(partnershipTypes.length)
})

test("with the first agreement an onboarding begins by itself, by the plan of the type and where that is wanted", async () => {
  const name = async (planTemplate: string | null, startsItself: boolean) => {
    const { items } = (await manager.call(contract.listOnboardingPlans)).body
    const ifMatch = items.find(({ type }) => type === "referral")?.version ?? 0
    return manager.call(contract.nameOnboardingPlan, { type: "referral", planTemplate, startsItself }, { ifMatch })
  }
  const enter = async (partnership: string, startsOn: string) => {
    const terms = { title: "Frame", startsOn, endsOn: "2028-12-31", noticeDays: 90 }
    const answer = await manager.call(enterAgreement, { partnership, ...terms })
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
    await runQueued("onboarding.begin", keelson)
    return (await manager.call(contract.listOnboardingsOf, { partnership })).body.items
  }
  const own = await writePlan(manager, "Referral", [{ key: "a", title: "A", side: host, offset: workdays(1) }])
  expect((await name(own.id, false)).body).toMatchObject({ plan: { name: "Referral" }, startsItself: false })
  expect(await enter((await partner("By hand", "referral")).id, "2027-03-01")).toEqual([])
  await name(own.id, true)
  const { id } = await partner("By itself", "referral")
  expect(await enter(id, "2027-02-20")).toMatchObject([{ startedOn: "2027-03-04", state: "running" }])
  expect(await enter(id, "2027-03-01")).toHaveLength(1)
  expect(await enter((await partner("Ahead", "referral")).id, "2027-04-01")).toMatchObject([
    { startedOn: "2027-04-01" },
  ])
  expect(await enter((await partner("For long", "referral")).id, "2026-01-01")).toEqual([])
  expect(await enter((await partner("Another type", "msp")).id, "2027-03-01")).toEqual([])
  await manager.call(archivePlanTemplate, { planTemplate: own.id, isArchived: true })
  expect(await enter((await partner("Archived", "referral")).id, "2027-03-01")).toEqual([])
  expect(codeOf(await name(own.id, true))).toEqual([422, "no-such-plan"])
  expect((await name(null, true)).body).toMatchObject({ plan: null, startsItself: false })
})

test("days to the first value are compared with the like, those on the way counted; partners read nothing of it", async () => {
  clock.moveTo("2027-09-01T09:00:00.000Z")
  const days = [20, 30, 40, 50, 60]
  const signed = async (called: string) => {
    const of = await partner(called, "integrator")
    const terms = { title: "Frame", startsOn: "2027-03-01", endsOn: "2028-12-31", noticeDays: 90 }
    await manager.call(enterAgreement, { partnership: of.id, ...terms })
    return of
  }
  for (const count of days) {
    const { id } = await signed(`After ${count}`)
    const registeredAt = new Date(Date.parse("2027-03-01T12:00:00.000Z") + count * 86_400_000).toISOString()
    expect((await manager.call(recordDeal, { partnership: id, name: "First", registeredAt })).status).toBe(201)
  }
  const late = await signed("Late")
  const own = await writePlan(manager, "Integrators", [{ key: "a", title: "A", side: host, offset: workdays(1) }])
  await startWith(manager, late.id, own.id, "2027-08-30")
  const { firstValue } = await onboardingOf(manager, late.id)
  // From 1 March to 1 September; half of the five others had got there after 40 days, three quarters after 50.
  expect(firstValue).toEqual({
    ...{ since: "2027-03-01", reachedOn: null, what: null, days: 184 },
    ...{ medianOfLike: 40, expected: null, isLate: true },
  })
  expect((await onboardingOf(late.partner, late.id)).firstValue).toBeNull()
  const { items } = (await viewer.call(contract.listTimesToValue)).body
  expect(items.find(({ type }) => type === "integrator")).toEqual({
    ...{ type: "integrator", partners: 6, reached: 5, lower: 30, median: 40, upper: 60 },
  })
  expect((await late.partner.call(contract.listTimesToValue)).status).toBe(403)
  const registeredAt = "2027-08-31T12:00:00.000Z"
  await manager.call(recordDeal, { partnership: late.id, name: "First", registeredAt })
  expect((await onboardingOf(manager, late.id)).firstValue).toMatchObject({
    ...{ reachedOn: "2027-08-31", what: "deal", days: 183, isLate: false },
  })
})
