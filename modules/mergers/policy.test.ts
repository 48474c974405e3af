import { expect, test } from "vitest"
import { editors, hosts, only, verdictsOf } from "#test/actors"
import { mayMerge, mayReadMergers } from "./policy.ts"

test("the host's people see what became of a company, its editors make one of two", () => {
  expect(verdictsOf(mayReadMergers)).toEqual(only(hosts))
  expect(verdictsOf(mayMerge)).toEqual(only(editors))
})
