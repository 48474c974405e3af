import { expect, test } from "vitest"
import { editors, hosts, only, verdictsOf } from "#test/actors"
import { mayBeGuided, mayTakeSteps } from "./policy.ts"

test("the host's people are led, and steps are named to those who can take them", () => {
  expect(verdictsOf(mayBeGuided)).toEqual(only(hosts))
  expect(verdictsOf(mayTakeSteps)).toEqual(only(editors))
})
