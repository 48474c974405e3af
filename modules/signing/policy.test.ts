import { expect, test } from "vitest"
import { editors, keelsonItself, memberOf, only, partnerUserOf, verdictsOf } from "#test/actors"
import { mayReplace, mayRun, maySign, maySignByLink } from "./policy.ts"

const partnersOwn = { userId: partnerUserOf("seller").userId }

test("who edits agreements has them signed and says who signs", () => {
  expect(verdictsOf(mayRun)).toEqual(only(editors))
})

test("nobody signs in another's name, an owner or Keelson itself included; whoever is named does, whatever their role", () => {
  expect(verdictsOf((actor) => maySign(actor, partnersOwn))).toEqual(only(["partner's seller"], "not-yours-to-sign"))
  expect(verdictsOf((actor) => maySign(actor, { userId: memberOf("viewer").userId }))).toEqual(
    only(["viewer"], "not-yours-to-sign"),
  )
  expect(verdictsOf((actor) => maySign(actor, { userId: null }))).toEqual(only([], "not-yours-to-sign"))
})

test("what Keelson does for somebody does not sign for them, nor does whoever has signed in and not come into the workspace", () => {
  const userId = "22222222-2222-4222-8222-222222222222"
  expect(maySign({ ...memberOf("owner"), userId }, { userId })).toBe(true)
  expect(maySign({ ...keelsonItself, userId }, { userId })).toBe("not-yours-to-sign")
  expect(maySign({ kind: "person", userId }, { userId })).toBe("not-yours-to-sign")
})

test("another signer is named by the host, and by whoever would sign", () => {
  expect(verdictsOf((actor) => mayReplace(actor, partnersOwn))).toEqual(
    only([...editors, "partner's seller"], "not-yours-to-sign"),
  )
})

test("a link signs for whoever has no account; with one, nobody signs through a link", () => {
  expect(maySignByLink(keelsonItself, { userId: null })).toBe(true)
  expect(maySignByLink(keelsonItself, partnersOwn)).toBe(false)
  expect(maySignByLink(partnerUserOf("seller"), partnersOwn)).toBe(false)
  expect(maySignByLink(memberOf("owner"), { userId: null })).toBe(false)
})
