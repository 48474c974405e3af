import { expect, test } from "vitest"
import { administrators, editors, hosts, only, verdictsOf } from "#test/actors"
import { mayHandOver, mayReadTimes, maySetTimes } from "./policy.ts"

test("owners and admins set times, the host reads them, editors hand over", () => {
  expect(verdictsOf(maySetTimes)).toEqual(only(administrators))
  expect(verdictsOf(mayReadTimes)).toEqual(only(hosts))
  expect(verdictsOf(mayHandOver)).toEqual(only(editors))
})
