import { expect, test } from "vitest"
import { administrators, editors, hosts, only, outsiders, partners, verdictsOf } from "#test/actors"
import { mayChangeMember, mayEditPeople, mayInvite, mayReadPeople } from "./policy.ts"

const owners = ["keelson", "owner"]
const noAdministrators = [...hosts.filter((name) => !administrators.includes(name)), ...partners, ...outsiders]
const ownersOnly = { may: owners, "owners-only": ["admin"], "role-may-not": noAdministrators }

test("the host sees its people; editors keep contacts and roles", () => {
  expect(verdictsOf(mayReadPeople)).toEqual(only(hosts))
  expect(verdictsOf(mayEditPeople)).toEqual(only(editors))
})

test("owners and admins change members; only owners make or unmake an owner", () => {
  expect(verdictsOf((actor) => mayChangeMember(actor, { role: "viewer" }))).toEqual(only(administrators))
  expect(verdictsOf((actor) => mayChangeMember(actor, { role: "viewer" }, "admin"))).toEqual(only(administrators))
  expect(verdictsOf((actor) => mayChangeMember(actor, { role: "owner" }))).toEqual(ownersOnly)
  expect(verdictsOf((actor) => mayChangeMember(actor, { role: "viewer" }, "owner"))).toEqual(ownersOnly)
})

test("owners and admins invite colleagues, only owners an owner; editors invite partners", () => {
  expect(verdictsOf((actor) => mayInvite(actor, { side: "host", role: "viewer" }))).toEqual(only(administrators))
  expect(verdictsOf((actor) => mayInvite(actor, { side: "host", role: "owner" }))).toEqual(ownersOnly)
  expect(verdictsOf((actor) => mayInvite(actor, { side: "partner", role: "seller" }))).toEqual(only(editors))
})
