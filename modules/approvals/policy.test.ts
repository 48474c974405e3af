import { expect, test } from "vitest"
import { administrators, hosts, memberOf, only, partners, verdictsOf } from "#test/actors"
import { mayAnswer, mayEditRules, mayNameDeputy, mayReadApprovals, mayWithdraw } from "./policy.ts"

const askedBy = (userId: string) => ({ askedBy: userId, barred: [], askedByPartner: false })
const seat = [{ holder: "user of finance", answerers: ["user of finance"] }]

test("approvals are the host's to read, and its administrators' to rule", () => {
  expect(verdictsOf(mayReadApprovals)).toEqual(only(hosts))
  expect(verdictsOf(mayEditRules)).toEqual(only(administrators))
})

test("whoever has a seat answers, except who asked; nobody else, and no partner", () => {
  expect(mayAnswer(memberOf("finance"), askedBy("user of owner"), seat)).toBe(true)
  expect(mayAnswer(memberOf("finance"), askedBy("user of finance"), seat)).toBe("asked-yourself")
  expect(mayAnswer(memberOf("owner"), askedBy("user of viewer"), [])).toBe("not-your-answer")
  const verdicts = verdictsOf((actor) => mayAnswer(actor, askedBy("somebody"), seat))
  expect(verdicts["role-may-not"]).toEqual(expect.arrayContaining(["keelson", ...partners]))
})

test("whoever asked takes it back, and the administrators do", () => {
  expect(verdictsOf((actor) => mayWithdraw(actor, askedBy("user of contributor")))).toEqual(
    only([...administrators, "contributor"]),
  )
  expect(verdictsOf((actor) => mayWithdraw(actor, askedBy("who was here once")))).toEqual(only(administrators))
})

test("what a partner asked is not answered by whoever decided before, and no host takes it back", () => {
  const appeal = { askedBy: "somebody of the partner", barred: ["user of finance"], askedByPartner: true }
  expect(mayAnswer(memberOf("finance"), appeal, seat)).toBe("decided-yourself")
  expect(mayAnswer(memberOf("owner"), appeal, seat)).toBe(true)
  expect(verdictsOf((actor) => mayWithdraw(actor, appeal))).toEqual(only([]))
})

test("people who work name their own deputy, the administrators anybody's", () => {
  expect(verdictsOf((actor) => mayNameDeputy(actor, "user of finance"))).toEqual(only([...administrators, "finance"]))
  expect(verdictsOf((actor) => mayNameDeputy(actor, "who was here once"))).toEqual(only(administrators))
  expect(mayNameDeputy(memberOf("viewer"), "user of viewer")).toBe("role-may-not")
})
