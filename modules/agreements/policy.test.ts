import { expect, test } from "vitest"
import { editors, only, verdictsOf } from "#test/actors"
import { mayAgree, mayEditAgreements } from "./policy.ts"

test("owners, admins and partner managers enter, change and end agreements", () => {
  expect(verdictsOf(mayEditAgreements)).toEqual(only(editors))
})

test("for a company who leads its team or is an executive agrees to a version; for the host who edits agreements", () => {
  const leading = ["partner's partner_admin", "partner's executive"]
  expect(verdictsOf(mayAgree)).toEqual(only([...editors, ...leading], "not-yours-to-agree"))
})
