import { expect, test } from "vitest"
import { editors, only, verdictsOf } from "#test/actors"
import { mayEditAgreements } from "./policy.ts"

test("owners, admins and partner managers enter, change and end agreements", () => {
  expect(verdictsOf(mayEditAgreements)).toEqual(only(editors))
})
