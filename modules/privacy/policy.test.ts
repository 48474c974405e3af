import { expect, test } from "vitest"
import { administrators, hosts, only, outsiders, partners, verdictsOf } from "#test/actors"
import { mayErase, mayReadPersonalData, mayTakeOwnData } from "./policy.ts"

test("owners and admins see what is kept about one person", () => {
  expect(verdictsOf(mayReadPersonalData)).toEqual(only(administrators))
})

test("owners and admins erase people, only owners an owner", () => {
  expect(verdictsOf((actor) => mayErase(actor, { isOwner: false }))).toEqual(only(administrators))
  expect(verdictsOf((actor) => mayErase(actor, { isOwner: true }))).toEqual({
    may: ["keelson", "owner"],
    "owners-only": ["admin"],
    "role-may-not": [...hosts.filter((name) => !administrators.includes(name)), ...partners, ...outsiders],
  })
})

test("everybody who may enter takes their own data away", () => {
  expect(verdictsOf(mayTakeOwnData)).toEqual(only([...hosts.filter((name) => name !== "keelson"), ...partners]))
})
