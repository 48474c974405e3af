import { expect, test } from "vitest"
import { only, verdictsOf } from "#test/actors"
import { mayOverseeLinks, mayPress } from "./policy.ts"

test("owners and admins oversee links; nobody else does, and nobody of a partner", () => {
  expect(verdictsOf(mayOverseeLinks)).toEqual(only(["keelson", "owner", "admin"]))
})

test("a light act asks for the mail alone; a heavy one for the very person or the code from the mailbox", () => {
  const eva = { userId: "eva" }
  expect(mayPress("light", eva, { hasCode: false })).toBe(true)
  expect(mayPress("heavy", eva, { hasCode: false })).toBe(false)
  expect(mayPress("heavy", eva, { signedInAs: "tom", hasCode: false })).toBe(false)
  expect(mayPress("heavy", { userId: null }, { signedInAs: undefined, hasCode: false })).toBe(false)
  expect(mayPress("heavy", eva, { signedInAs: "eva", hasCode: false })).toBe(true)
  expect(mayPress("heavy", eva, { signedInAs: "tom", hasCode: true })).toBe(true)
})
