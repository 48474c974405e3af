import { expect, test } from "vitest"
import { editAgreement } from "#contract/agreements"
import {
  approvalsWaiting,
  endDeputy,
  getApproval,
  listApprovalRules,
  listApprovals,
  nameDeputy,
  type RuleStep,
  setApprovalRule,
  withdrawApproval,
} from "#contract/approvals"
import { getHome } from "#contract/home"
import { listNotifications } from "#contract/notifications"
import { deactivateMember, listMembers } from "#contract/people"
import { groupOf } from "#core/attention"
import { approvalWorkspace, termination as kind, must, worth } from "#test/approvals"
import { movableClock } from "#test/clock"
import type { Caller } from "#test/keelson"
import { startTestKeelson } from "#test/keelson"
import { runQueued } from "#test/promises"
import { codeOf } from "#test/tasks"

const clock = movableClock("2026-03-02T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })

const found = approvalWorkspace(keelson)

test("without a rule, and below its amount, a termination is done at once", async () => {
  const { manager, agreement, terminate, stateOf } = await found([
    { name: "Head", role: "executive", from: { amountMinor: 5_000_000, currency: "EUR" } },
  ])
  const small = await agreement(worth(4_999_999))
  await terminate(manager, small.id)
  expect(await stateOf(small.id)).toBe("terminated")
  const unknown = await agreement()
  expect((await terminate(manager, unknown.id)).status).toBe(200)
  expect(await stateOf(unknown.id)).toBe("in_force")
})

test("step after step: nothing is done before the last yes, the asker has no say, and each is told when it is their turn", async () => {
  const given = await found([
    { name: "Finance", role: "finance" },
    { name: "Head", role: "executive", from: { amountMinor: 5_000_000, currency: "EUR" } },
  ])
  const { workspace, manager, terminate, stateOf, waiting, answer, organizationId } = given
  const { id } = await given.agreement(worth(9_000_000))
  const [finance, head] = [await workspace.as("finance"), await workspace.as("executive")]
  const partner = await workspace.asPartner(organizationId)
  await terminate(manager, id)
  expect(codeOf(await terminate(manager, id))).toEqual([409, "approval-waits"])
  const asked = must(await waiting(finance))
  expect(asked).toMatchObject({
    ...{ kind, subjectId: id, askedBy: { isSelf: false }, amount: worth(9_000_000).value },
    intent: { endsOn: "2026-06-30", reason: "nothing sold" },
    steps: [
      { stand: "reached", waitsFor: ["finance of Nordwind"] },
      { stand: "coming", waitsFor: [] },
    ],
  })
  expect((await waiting(manager))?.abilities).toEqual({ answer: "asked-yourself", withdraw: true })
  expect(codeOf(await answer(manager, asked))).toEqual([403, "asked-yourself"])
  expect(codeOf(await answer(head, asked))).toEqual([403, "not-your-answer"])
  expect(codeOf(await answer(finance, { ...asked, hash: "another" }))).toEqual([409, "subject-changed"])
  expect(codeOf(await partner.call(getApproval, { approval: asked.id }))).toEqual([404, "not-found"])
  expect((await partner.call(listApprovals, {})).status).toBe(403)
  const home = async (caller: Caller) =>
    groupOf((await caller.call(getHome, {})).body.groups, approvalsWaiting).items.length
  expect([await home(finance), await home(head)]).toEqual([1, 0])
  expect((await answer(finance, asked)).body).toMatchObject({
    state: "waiting",
    steps: [{ stand: "done" }, { stand: "reached" }],
  })
  expect([await home(finance), await home(head), await stateOf(id)]).toEqual([0, 1, "in_force"])
  expect((await answer(head, asked)).body.state).toBe("approved")
  expect(await stateOf(id)).toBe("terminated")
  expect(codeOf(await answer(head, asked))).toEqual([409, "already-decided"])
  await runQueued("notifications.tell", keelson)
  const told = async (caller: Caller) => (await caller.call(listNotifications, {})).body.items.map((item) => item.kind)
  expect(await told(manager)).toContain("approval_closed")
})

test("two press at once: one answer, one termination", async () => {
  const { workspace, manager, agreement, terminate, stateOf, waiting, answer } = await found([
    { name: "Money", role: "finance" },
  ])
  const { id } = await agreement()
  await terminate(manager, id)
  const finance = await workspace.as("finance")
  const asked = must(await waiting(finance))
  const answers = await Promise.all([
    answer(finance, asked),
    answer(finance, asked),
    answer(finance, asked, "reject", "no"),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  const { body } = await finance.call(getApproval, { approval: asked.id })
  expect(body.steps[0]?.answers).toHaveLength(1)
  expect(await stateOf(id)).toBe(body.state === "approved" ? "terminated" : "in_force")
})

test("a no ends it with its reason, and it can be asked for anew; what is taken back waits for nobody", async () => {
  const { workspace, owner, manager, agreement, terminate, stateOf, waiting, answer } = await found([
    { name: "Both", role: "finance", needs: "all" },
    { name: "Head", role: "executive" },
  ])
  const { id } = await agreement()
  const finance = await workspace.as("finance")
  await terminate(manager, id)
  expect(codeOf(await answer(finance, must(await waiting(finance)), "reject"))).toEqual([422, "reason-to-reject"])
  const rejected = await answer(finance, must(await waiting(finance)), "reject", "They pay in May")
  expect(rejected.body).toMatchObject({
    state: "rejected",
    steps: [
      { stand: "done", answers: [{ decision: "reject", reason: "They pay in May" }] },
      { stand: "left", answers: [] },
    ],
  })
  await terminate(manager, id)
  const again = must(await waiting(manager))
  expect(codeOf(await finance.call(withdrawApproval, { approval: again.id }))).toEqual([403, "role-may-not"])
  await owner.call(withdrawApproval, { approval: again.id })
  expect(codeOf(await answer(finance, again))).toEqual([409, "already-decided"])
  expect(await stateOf(id)).toBe("in_force")
})

test("an approval is of these terms: when they change, it is void, and the old button approves nothing", async () => {
  const { workspace, manager, agreement, terminate, stateOf, waiting, answer } = await found([
    { name: "Money", role: "finance" },
  ])
  const { id, version } = await agreement()
  const finance = await workspace.as("finance")
  await terminate(manager, id)
  const asked = must(await waiting(finance))
  await manager.call(
    editAgreement,
    { agreement: id, title: "Frame agreement", startsOn: "2026-01-01", endsOn: "2026-11-30", noticeDays: 90 },
    { ifMatch: version },
  )
  expect(codeOf(await answer(finance, asked))).toEqual([409, "already-decided"])
  expect((await finance.call(getApproval, { approval: asked.id })).body.state).toBe("void")
  await terminate(manager, id)
  const anew = must(await waiting(finance))
  expect(anew.hash).not.toBe(asked.hash)
  expect((await answer(finance, anew)).body.state).toBe("approved")
  expect(await stateOf(id)).toBe("terminated")
})

test("away: the deputy at once, and the record says for whom; left: the administrators, or to its end where all others said yes", async () => {
  const given = await found([{ name: "All", role: "finance", needs: "all" }])
  const { workspace, owner, manager, agreement, terminate, waiting, answer, idOf, stateOf } = given
  const { id } = await agreement()
  const [finance, contributor] = [await workspace.as("finance"), await workspace.as("contributor")]
  await terminate(manager, id)
  const asked = must(await waiting(contributor))
  expect(codeOf(await answer(contributor, asked))).toEqual([403, "not-your-answer"])
  const days = { fromOn: "2026-03-02", toOn: "2026-03-06" }
  const named = await finance.call(nameDeputy, { deputyId: await idOf("contributor"), ...days })
  expect(codeOf(await finance.call(nameDeputy, { deputyId: await idOf("viewer"), ...days }))).toEqual([
    409,
    "deputy-overlaps",
  ])
  expect(codeOf(await contributor.call(endDeputy, { deputy: named.body.id }))).toEqual([403, "role-may-not"])
  const answered = await answer(contributor, asked)
  expect(answered.body.steps[0]?.answers).toMatchObject([
    { name: "contributor of Nordwind", standsFor: "finance of Nordwind", decision: "approve" },
  ])
  expect(await stateOf(id)).toBe("terminated")

  const second = await agreement()
  await finance.call(endDeputy, { deputy: named.body.id })
  await terminate(manager, second.id)
  const { body } = await owner.call(listMembers, {})
  const leaver = body.items.find(({ role }) => role === "finance")
  await owner.call(deactivateMember, { member: leaver?.id ?? "" })
  await runQueued("approvals.people-changed", keelson)
  const left = must(await waiting(owner))
  expect(left.steps[0]?.waitsFor.sort()).toEqual(["admin of Nordwind", "owner of Nordwind"])
  expect((await answer(owner, left)).body.state).toBe("approved")
  expect(await stateOf(second.id)).toBe("terminated")
})

test("a rule is the administrators' to change, names people who are there, and is not overwritten unseen", async () => {
  const { workspace, owner, manager } = await found([{ name: "Money", role: "finance" }])
  const set = (caller: Caller, steps: RuleStep[], ifMatch: number) =>
    caller.call(setApprovalRule, { approvable: kind, steps }, { ifMatch })
  expect((await set(manager, [], 1)).status).toBe(403)
  expect((await set(owner, [], 7)).status).toBe(412)
  expect(codeOf(await set(owner, [{ name: "Nobody" }], 1))).toEqual([422, "approvers-needed"])
  expect(codeOf(await set(owner, [{ name: "Gone", userIds: ["who was here once"] }], 1))).toEqual([
    422,
    "unknown-approver",
  ])
  expect((await owner.call(setApprovalRule, { approvable: "no.such", steps: [] }, { ifMatch: 0 })).status).toBe(404)
  const viewer = await workspace.as("viewer")
  expect((await viewer.call(listApprovalRules, {})).body.items).toMatchObject([
    { kind, version: 1, abilities: { edit: "role-may-not" } },
    { kind: "agreement.notice", version: 0, steps: [] },
    { kind: "agreement.signing", version: 0, steps: [], abilities: { edit: "role-may-not" } },
    { kind: "tier_appeal.decision", version: 0, steps: [] },
  ])
})
