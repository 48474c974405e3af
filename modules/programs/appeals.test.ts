import { expect, test } from "vitest"
import { answerApproval, listApprovals, setApprovalRule, withdrawApproval } from "#contract/approvals"
import { listNotifications } from "#contract/notifications"
import { asks, openPrograms, terms, tier } from "#test/programs"
import { runQueued } from "#test/promises"
import * as contract from "./contract.ts"

const scene = await openPrograms("2027-05-01T09:00:00.000Z")
const { clock, manager, workspace, programOf, enrol, standing, history, turnDay, person, certified } = scene
const other = await workspace.as("owner")
const asked = [tier("member", []), tier("gold", [asks({ kind: "certified", threshold: 1 })])]

type Said = Readonly<{ graceDays?: number; appeals?: Readonly<{ days: number; keeps: boolean; keptDays: number }> }>

/** A partner whose only certificate runs out on 20 May: noticed on 1 June, and lost on 1 July where the grace has 20 days. */
const play = async (name: string, { graceDays = 20, appeals }: Said = {}) => {
  clock.moveTo("2027-05-01T09:00:00.000Z")
  const { id, organizationId } = await scene.partner(name)
  const partner = await workspace.asPartner(organizationId)
  const said = { ...terms(asked, graceDays), ...(appeals ? { appeals } : {}) }
  const program = await programOf(name, said, "2027-05-01")
  await certified(id, await person(organizationId, "Anna"), "2027-01-01", { validUntil: "2027-05-20" })
  const { enrolmentId } = await enrol(program.id, id)
  const on = async (day: string) => {
    clock.moveTo(`${day}T09:00:00.000Z`)
    await turnDay()
  }
  const appeal = async (caller = partner, words = "Anna has passed it again") => {
    const { body } = await caller.call(contract.appealTier, { enrolment: enrolmentId, words })
    await runQueued("programs.appealed", scene.keelson)
    return body
  }
  const waiting = async (caller = other) =>
    (await caller.call(listApprovals, { state: "waiting", partnership: id })).body.items[0]
  const answer = async (decision: "approve" | "reject", reason?: string, caller = other) => {
    const found = await waiting()
    if (!found) throw new Error("nothing waits")
    const input = { approval: found.id, decision, hash: found.hash, ...(reason ? { reason } : {}) }
    return (await caller.call(answerApproval, input)).body
  }
  const heard = async (caller = partner) => {
    await runQueued("notifications.tell", scene.keelson)
    return (await caller.call(listNotifications, {})).body.items.map(({ kind }) => kind)
  }
  return { id, organizationId, program, partner, enrolmentId, on, appeal, waiting, answer, heard }
}

test("scenario 25: an appeal is decided by somebody else than who demoted, and changes nothing meanwhile", async () => {
  const { id, partner, enrolmentId, on, appeal, waiting, answer, heard } = await play("Demoted")
  await on("2027-06-01")
  expect(await standing(id, partner)).toMatchObject({ appealUntil: "2027-06-21", abilities: { appeal: true } })
  expect(await standing(id)).toMatchObject({ abilities: { appeal: "partner-appeals" } })
  clock.moveTo("2027-06-22T09:00:00.000Z")
  await manager.call(contract.evaluateEnrolment, { enrolment: enrolmentId })
  expect(await standing(id, partner)).toMatchObject({
    tier: "MEMBER",
    tierSince: "2027-06-22",
    appealUntil: "2027-07-22",
  })
  expect(await appeal(manager)).toMatchObject({ code: "partner-appeals" })
  expect(await appeal(await workspace.as("viewer"))).toMatchObject({ code: "partner-appeals" })
  expect(await appeal()).toMatchObject({
    state: "open",
    tier: "GOLD",
    isAsked: null,
    words: "Anna has passed it again",
  })
  expect(await appeal()).toMatchObject({ code: "appealed-already" })
  // Nothing has changed, and the manager who demoted sees the appeal and answers nothing.
  expect(await standing(id, partner)).toMatchObject({ tier: "MEMBER", appealUntil: null })
  expect(await standing(id)).toMatchObject({
    appeals: [{ state: "open", isAsked: true, abilities: { withdraw: "partner-appeals" } }],
  })
  expect(await waiting(manager)).toMatchObject({
    ...{ kind: "tier_appeal.decision", title: "Demoted: GOLD", askedBy: { isSelf: false, isPartner: true } },
    ...{ intent: { words: "Anna has passed it again", decidedOn: "2027-06-22" }, steps: [{ name: "" }] },
    abilities: { answer: "decided-yourself", withdraw: "role-may-not" },
  })
  expect(await waiting()).toMatchObject({ abilities: { answer: true, withdraw: "role-may-not" } })
  expect(await answer("approve", undefined, manager)).toMatchObject({ code: "decided-yourself" })
  const { id: approval } = (await waiting()) ?? { id: "" }
  expect((await other.call(withdrawApproval, { approval })).body).toMatchObject({ code: "role-may-not" })
  expect((await partner.call(listApprovals, {})).status).toBe(403)

  clock.moveTo("2027-06-25T09:00:00.000Z")
  expect(await answer("approve")).toMatchObject({ state: "approved" })
  expect(await standing(id, partner)).toMatchObject({
    ...{ tier: "GOLD", tierSince: "2027-06-25", graceUntil: null, keptUntil: "2027-09-23" },
    appeals: [{ state: "upheld", keptUntil: "2027-09-23" }],
  })
  // What was decided before stays as it was.
  const decided = (await history(enrolmentId)).map((each) => [each.evaluatedOn, each.outcome, each.tierAfter])
  expect(decided).toEqual([
    ["2027-06-25", "given_back", "GOLD"],
    ["2027-06-22", "falls", "MEMBER"],
    ["2027-06-01", "grace_begins", "GOLD"],
    ["2027-05-01", "rises", "GOLD"],
  ])
  expect(await heard()).toContain("tier_given_back")
  // It is kept, met or not, and asked for again when that is over: with a notice, as ever.
  await on("2027-09-01")
  expect(await standing(id)).toMatchObject({ tier: "GOLD", graceUntil: null })
  await on("2027-10-01")
  expect(await standing(id)).toMatchObject({ tier: "GOLD", graceUntil: "2027-10-21", keptUntil: null })
})

test("who published the terms decides nothing either; where nobody else is there, it is asked once somebody is", async () => {
  const { id, program, enrolmentId, appeal, waiting } = await play("By the schedule")
  const { version } = (await manager.call(contract.getProgram, { program: program.id })).body
  const about = { program: program.id, name: "By the schedule", terms: terms(asked, 25) }
  const written = (await other.call(contract.editProgram, about, { ifMatch: version })).body
  const from = { program: program.id, holdsFrom: "2027-05-02" }
  await other.call(contract.publishProgram, from, { ifMatch: written.version })
  // One of the two who run the workspace wrote the terms, and the other evaluated by them.
  const admin = await workspace.as("admin")
  clock.moveTo("2027-06-01T09:00:00.000Z")
  await admin.call(contract.evaluateEnrolment, { enrolment: enrolmentId })
  await appeal()
  expect(await waiting()).toBeUndefined()
  expect((await standing(id)).appeals).toMatchObject([{ state: "open", isAsked: false }])
  const finance = await workspace.as("finance")
  const rule = { approvable: "tier_appeal.decision", steps: [{ name: "Money", role: "finance" as const }] }
  expect((await admin.call(setApprovalRule, rule, { ifMatch: 0 })).status).toBe(200)
  await turnDay()
  await turnDay()
  expect(await waiting(admin)).toMatchObject({ abilities: { answer: "decided-yourself" } })
  expect(await waiting()).toMatchObject({ abilities: { answer: "decided-yourself" } })
  expect(await waiting(finance)).toMatchObject({ abilities: { answer: true } })
  await admin.call(setApprovalRule, { ...rule, steps: [] }, { ifMatch: 1 })
  expect((await standing(id)).appeals).toMatchObject([{ isAsked: true }])
})

test("two who appeal at once make one appeal, and the other is told", async () => {
  const { id, partner, enrolmentId, on } = await play("Pressed twice")
  await on("2027-06-01")
  const press = () => partner.call(contract.appealTier, { enrolment: enrolmentId, words: "We passed it" })
  const pressed = await Promise.all([press(), press(), press(), press()])
  expect(pressed.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409])
  expect((await standing(id)).appeals).toHaveLength(1)
})

test("a refusal says why to both sides; what it was against stands, and is appealed against once", async () => {
  const { id, partner, on, appeal, answer, heard } = await play("Refused")
  await on("2027-06-01")
  await on("2027-06-22")
  expect(await standing(id)).toMatchObject({ tier: "MEMBER" })
  await appeal()
  await answer("reject", "The certificate has run out")
  expect(await standing(id, partner)).toMatchObject({
    ...{ tier: "MEMBER", appealUntil: null },
    appeals: [{ state: "refused", answer: "The certificate has run out", keptUntil: null }],
  })
  expect(await heard()).toContain("tier_appeal_refused")
  expect(await appeal()).toMatchObject({ code: "appealed-already" })
})

test("where the terms say so a tier stays until an appeal against its notice is decided, and no day longer", async () => {
  const appeals = { days: 30, keeps: true, keptDays: 60 }
  const held = await play("Held", { appeals })
  await held.on("2027-06-01")
  await held.appeal()
  await held.on("2027-06-22")
  expect(await standing(held.id, held.partner)).toMatchObject({
    tier: "GOLD",
    graceUntil: "2027-06-21",
    isKeptMeanwhile: true,
  })
  clock.moveTo("2027-06-24T09:00:00.000Z")
  await held.answer("reject", "No")
  expect(await standing(held.id)).toMatchObject({ tier: "MEMBER", tierSince: "2027-06-24" })
  // Without such terms the grace goes on as if nothing had been, and what is upheld later gives the tier back.
  const not = await play("Not held")
  await not.on("2027-06-01")
  await not.appeal()
  await not.on("2027-06-22")
  expect(await standing(not.id)).toMatchObject({ tier: "MEMBER", isKeptMeanwhile: false })
  // One at a time: the loss is not appealed against while the notice is.
  expect(await not.appeal()).toMatchObject({ code: "appealed-already" })
  await not.answer("approve")
  expect(await standing(not.id)).toMatchObject({ tier: "GOLD", tierSince: "2027-06-22" })
})

test("what comes by itself settles an appeal; what is taken back is asked of nobody", async () => {
  const { id, organizationId, partner, on, appeal, waiting } = await play("Settled")
  await on("2027-06-01")
  const made = await appeal()
  clock.moveTo("2027-06-03T09:00:00.000Z")
  await certified(id, await person(organizationId, "Ben"), "2027-06-02")
  const { enrolmentId } = await standing(id)
  await manager.call(contract.evaluateEnrolment, { enrolment: enrolmentId })
  expect(await standing(id)).toMatchObject({ graceUntil: null, appeals: [{ state: "settled" }] })
  expect(await waiting()).toBeUndefined()
  const back = await partner.call(contract.withdrawAppeal, { appeal: made.id })
  expect(back.body).toMatchObject({ code: "appeal-closed" })

  const taken = await play("Taken back")
  await taken.on("2027-06-01")
  const { id: own } = await taken.appeal()
  expect((await manager.call(contract.withdrawAppeal, { appeal: own })).body).toMatchObject({ code: "partner-appeals" })
  expect((await partner.call(contract.withdrawAppeal, { appeal: own })).status).toBe(404)
  expect((await taken.partner.call(contract.withdrawAppeal, { appeal: own })).body).toMatchObject({
    state: "withdrawn",
  })
  // Between the two the host's answer comes too late, and says so.
  expect(await taken.answer("approve")).toMatchObject({ code: "not-possible-any-more" })
  await runQueued("programs.appealed", scene.keelson)
  expect(await taken.waiting()).toBeUndefined()
  expect(await standing(taken.id)).toMatchObject({ tier: "GOLD", graceUntil: "2027-06-21" })
})

test("who leaves the program, or is in one that ends, has nothing left to appeal for", async () => {
  const { on, appeal, waiting, enrolmentId } = await play("Leaves")
  await on("2027-06-01")
  await appeal()
  await manager.call(contract.endEnrolment, { enrolment: enrolmentId })
  expect(await waiting()).toBeUndefined()
  expect(await appeal()).toMatchObject({ code: "nothing-to-appeal" })
  const retired = await play("Ends")
  await retired.on("2027-06-01")
  await retired.appeal()
  const { version } = (await manager.call(contract.getProgram, { program: retired.program.id })).body
  await manager.call(contract.retireProgram, { program: retired.program.id, reason: "Over" }, { ifMatch: version })
  expect(await retired.waiting()).toBeUndefined()
  expect(await standing(retired.id, retired.partner)).toMatchObject({
    appealUntil: null,
    appeals: [{ state: "settled" }],
  })
})

test("a workspace's own rule says who decides; terms without appeals have none", async () => {
  const finance = await workspace.as("finance")
  const admin = await workspace.as("admin")
  const steps = [{ name: "Money", role: "finance" as const, condition: 'tier == "GOLD" && isLost == false' }]
  const ruled = await admin.call(setApprovalRule, { approvable: "tier_appeal.decision", steps }, { ifMatch: 2 })
  expect(ruled.status).toBe(200)
  const byRule = await play("By rule")
  await byRule.on("2027-06-01")
  await byRule.appeal()
  expect(await byRule.waiting(finance)).toMatchObject({ steps: [{ name: "Money" }], abilities: { answer: true } })
  expect(await byRule.answer("approve", undefined, finance)).toMatchObject({ state: "approved" })
  expect(await standing(byRule.id)).toMatchObject({ tier: "GOLD", graceUntil: null, keptUntil: "2027-08-30" })
  const none = await play("None", { appeals: { days: 0, keeps: false, keptDays: 90 } })
  await none.on("2027-06-01")
  expect(await standing(none.id, none.partner)).toMatchObject({
    appealUntil: null,
    abilities: { appeal: "nothing-to-appeal" },
  })
  expect(await none.appeal()).toMatchObject({ code: "nothing-to-appeal" })
})
