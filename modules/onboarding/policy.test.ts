import { expect, test } from "vitest"
import { editors, hosts, only, verdictsOf } from "#test/actors"
import { mayReadOnboardings, mayRunOnboarding } from "./policy.ts"

test("the host reads how all come along; its editors start, give up and open", () => {
  expect(verdictsOf(mayReadOnboardings)).toEqual(only(hosts))
  expect(verdictsOf(mayRunOnboarding)).toEqual(only(editors))
})
