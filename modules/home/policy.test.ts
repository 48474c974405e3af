import { expect, test } from "vitest"
import { hosts, only, verdictsOf } from "#test/actors"
import { mayReadHome } from "./policy.ts"

test("the home page is the host's", () => {
  expect(verdictsOf(mayReadHome)).toEqual(only(hosts, "hosts-only"))
})
