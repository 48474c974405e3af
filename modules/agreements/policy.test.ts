import { expect, test } from "vitest"
import { editors, hosts, only, verdictsOf } from "#test/actors"
import { mayAgree, mayEditAgreements, mayGiveNotice, mayReadDeviations } from "./policy.ts"

test("owners, admins and partner managers enter, change and end agreements", () => {
  expect(verdictsOf(mayEditAgreements)).toEqual(only(editors))
})

test("for a company who leads its team or is an executive agrees to a version; for the host who edits agreements", () => {
  const leading = ["partner's partner_admin", "partner's executive"]
  expect(verdictsOf(mayAgree)).toEqual(only([...editors, ...leading], "not-yours-to-agree"))
})

test("what a text says otherwise than the ready one, and who approves it, is the host's own affair", () => {
  expect(verdictsOf(mayReadDeviations)).toEqual(only(hosts))
})

test("who agrees for a party gives notice for it", () => {
  const leading = ["partner's partner_admin", "partner's executive"]
  expect(verdictsOf(mayGiveNotice)).toEqual(only([...editors, ...leading], "not-yours-to-end"))
})
