import { expect, test } from "vitest"
import { editors, hosts, only, verdictsOf } from "#test/actors"
import { mayJudgeDrift, mayReadDrift } from "./policy.ts"

test("the host reads what the machine thinks, and its editors judge it", () => {
  expect(verdictsOf(mayReadDrift)).toEqual(only(hosts))
  expect(verdictsOf(mayJudgeDrift)).toEqual(only(editors))
})
