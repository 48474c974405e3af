import { expect, test } from "vitest"
import { editors, hosts, only, verdictsOf } from "#test/actors"
import { mayEditOrganization, mayReadOrganizations } from "./policy.ts"

test("the host reads organizations, and its editors change them", () => {
  expect(verdictsOf(mayReadOrganizations)).toEqual(only(hosts))
  expect(verdictsOf(mayEditOrganization)).toEqual(only(editors))
})
