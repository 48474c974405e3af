import { expect, test } from "vitest"
import { administrators, hosts, only, verdictsOf } from "#test/actors"
import { mayEditCondition, mayReadCondition } from "./policy.ts"

test("the host's people read when a partnership needs attention, its administrators say it", () => {
  expect(verdictsOf(mayReadCondition)).toEqual(only(hosts))
  expect(verdictsOf(mayEditCondition)).toEqual(only(administrators))
})
