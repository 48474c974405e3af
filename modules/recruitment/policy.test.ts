import { expect, test } from "vitest"
import { editors, hosts, keelsonItself, memberOf, only, verdictsOf } from "#test/actors"
import { mayAssess, mayDecideCandidates, mayEditCandidates, mayReadCandidates } from "./policy.ts"

test("candidates are the host's own; editors keep them, and an executive decides beside them", () => {
  expect(verdictsOf(mayReadCandidates)).toEqual(only(hosts))
  expect(verdictsOf(mayEditCandidates)).toEqual(only(editors))
  expect(verdictsOf(mayDecideCandidates)).toEqual(only(["owner", "admin", "partner_manager", "executive"]))
})

test("whoever was asked answers, in whatever role, and nobody for them", () => {
  const { memberId: assessorId } = memberOf("viewer")
  expect(verdictsOf((actor) => mayAssess(actor, { assessorId }))).toEqual(only(["viewer"], "not-asked"))
  expect(mayAssess(keelsonItself, { assessorId })).toBe("not-asked")
})
