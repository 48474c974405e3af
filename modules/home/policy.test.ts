import { expect, test } from "vitest"
import { hosts, only, partners, verdictsOf } from "#test/actors"
import { mayReadHome, maySnooze } from "./policy.ts"

test("both sides are told what waits for them", () => {
  expect(verdictsOf(mayReadHome)).toEqual(only([...hosts, ...partners]))
})

test("the host's people put off what waits for them", () => {
  expect(verdictsOf(maySnooze)).toEqual(only(hosts))
})
