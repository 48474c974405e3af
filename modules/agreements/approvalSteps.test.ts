import { expect, test } from "vitest"
import { checkApprovalCondition, listApprovalRules, setApprovalRule } from "#contract/approvals"
import { approvalWorkspace, termination as kind, must, worth } from "#test/approvals"
import { movableClock } from "#test/clock"
import type { Caller } from "#test/keelson"
import { startTestKeelson } from "#test/keelson"
import { codeOf } from "#test/tasks"

const clock = movableClock("2026-03-02T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const found = approvalWorkspace(keelson)

test("a step by condition: asked with what was seen, left out only when known, and a request keeps the edition it was asked by", async () => {
  const given = await found([
    { name: "Head", role: "executive", condition: "value > EUR(100000)" },
    { name: "Short notice", role: "finance", condition: "daysGiven < noticeDays" },
  ])
  const { workspace, owner, manager, agreement, terminate, waiting, answer, stateOf } = given
  const head = await workspace.as("executive")
  const large = await agreement(worth(12_000_000))
  await terminate(manager, large.id)
  const asked = must(await waiting(head))
  expect(asked).toMatchObject({
    edition: 1,
    steps: [
      {
        name: "Head",
        because: {
          asked: "met",
          reasons: [
            { text: "value > EUR(100000)", seen: [{ name: "value", kind: "money", value: worth(12_000_000).value }] },
          ],
        },
      },
    ],
    leftOut: [
      { name: "Short notice", reasons: [{ seen: [{ name: "daysGiven", value: 120 }, { name: "noticeDays" }] }] },
    ],
  })
  // Another edition of the rule: what waits keeps its own, what is asked for from then on goes by the new one.
  const edited = await owner.call(
    setApprovalRule,
    { approvable: kind, steps: [{ name: "Everybody", role: "finance" }] },
    { ifMatch: 1 },
  )
  expect(edited.body.version).toBe(2)
  expect(must(await waiting(head))).toMatchObject({ edition: 1, steps: [{ name: "Head" }] })
  expect((await answer(head, asked)).body.state).toBe("approved")
  expect(await stateOf(large.id)).toBe("terminated")
  const small = await agreement(worth(100))
  await terminate(manager, small.id)
  expect(must(await waiting(head))).toMatchObject({
    edition: 2,
    steps: [{ name: "Everybody", because: { asked: "always", reasons: [] } }],
  })
})

test("what nobody knows is asked, and says that it is not known; what is known to be little is done at once", async () => {
  const { manager, agreement, terminate, stateOf, waiting } = await found([
    { name: "Head", role: "executive", condition: "value > EUR(100000)" },
  ])
  const small = await agreement(worth(10_000_000))
  await terminate(manager, small.id)
  expect(await stateOf(small.id)).toBe("terminated")
  const unknown = await agreement()
  await terminate(manager, unknown.id)
  expect(await stateOf(unknown.id)).toBe("in_force")
  expect(must(await waiting(manager)).steps[0]?.because).toEqual({
    asked: "unknown",
    reasons: [{ text: "value > EUR(100000)", seen: [{ name: "value", kind: "money", value: null }] }],
  })
})

test("who looks after the partnership decides by that post, and nobody's own request is theirs to decide", async () => {
  const { owner, manager, workspace, agreement, terminate, waiting, answer } = await found([
    { name: "Owner", post: "owner" },
    { name: "Sponsor", post: "sponsor" },
  ])
  const first = await agreement()
  await terminate(owner, first.id)
  const asked = must(await waiting(manager))
  const names = (approval: { steps: readonly { waitsFor: readonly string[] }[] }) =>
    approval.steps.map(({ waitsFor }) => [...waitsFor].sort())
  expect(names(asked)).toEqual([["partner_manager of Nordwind"], []])
  // Nobody is recorded as our sponsor: the administrators have that seat, but for who asked.
  const onward = await answer(manager, asked)
  expect(names(onward.body)).toEqual([[], ["admin of Nordwind"]])
  expect((await answer(await workspace.as("admin"), onward.body)).body.state).toBe("approved")
  const second = await agreement()
  await terminate(manager, second.id)
  expect(names(must(await waiting(owner)))[0]).toEqual(["admin of Nordwind", "owner of Nordwind"])
  expect(codeOf(await answer(manager, must(await waiting(owner))))).toEqual([403, "asked-yourself"])
})

test("a condition is checked as it is written and as it is saved, and says its words", async () => {
  const { owner, workspace, manager } = await found([{ name: "Head", role: "executive" }])
  const check = async (caller: Caller, expression: string) =>
    (await caller.call(checkApprovalCondition, { approvable: kind, expression })).body.complaint
  expect(await check(manager, 'value > EUR(100000) && type == "distributor"')).toBeNull()
  expect(await check(manager, 'type == "supplier"')).toMatchObject({ reason: "not-one-of", found: '"supplier"' })
  expect(await check(manager, "worth > 5")).toMatchObject({ reason: "unknown-name", from: 0, to: 5 })
  const saved = await owner.call(
    setApprovalRule,
    { approvable: kind, steps: [{ name: "Head", role: "executive", condition: "worth > 5" }] },
    { ifMatch: 1 },
  )
  expect(codeOf(saved)).toEqual([422, "expression-refused"])
  expect(saved.body).toMatchObject({ detail: { field: "steps.0.condition", complaint: { reason: "unknown-name" } } })
  expect(codeOf(await owner.call(checkApprovalCondition, { approvable: "no.such", expression: "true" }))).toEqual([
    404,
    "not-found",
  ])
  const [rule] = (await (await workspace.as("viewer")).call(listApprovalRules, {})).body.items
  expect(rule?.variables).toContainEqual({ name: "value", type: "money in EUR" })
  expect(rule?.complaints).toEqual([])
})
