import { expect, test } from "vitest"
import { inOtherEntrance, isOtherSides } from "./otherEntrance.ts"

const at = (pathname: string, searchStr = "", hash = "") => ({ pathname, searchStr, hash })

test("a partnership and what one was told are found in both entrances, with their thread and their place on the page", () => {
  expect(inOtherEntrance("portal", at("/w/acme/partnerships/p1", "?thread=x", "people"))).toBe(
    "/portal/acme/partnerships/p1?thread=x#people",
  )
  expect(inOtherEntrance("w", at("/portal/acme/partnerships/p1"))).toBe("/w/acme/partnerships/p1")
  expect(inOtherEntrance("portal", at("/w/acme/notifications", "?show=preferences"))).toBe(
    "/portal/acme/notifications?show=preferences",
  )
})

test("what only one entrance has leads to the start of the other, without what it was narrowed by", () => {
  expect(inOtherEntrance("portal", at("/w/acme/portfolio", "?drifting=true"))).toBe("/portal/acme")
  expect(inOtherEntrance("portal", at("/w/acme/partnerships/p1/drift", "?thread=x"))).toBe(
    "/portal/acme/partnerships/p1?thread=x",
  )
  expect(inOtherEntrance("portal", at("/w/acme/partnerships/p1/agreements/new"))).toBe("/portal/acme")
  expect(inOtherEntrance("w", at("/portal/acme"))).toBe("/w/acme")
})

test("only who has no access from here is sent to the other side", () => {
  const here = { slug: "acme", side: "host" } as const
  const there = { slug: "acme", side: "partner" } as const
  expect(isOtherSides([there], "acme", "host")).toBe(true)
  expect(isOtherSides([here, there], "acme", "host")).toBe(false)
  expect(isOtherSides([here], "acme", "host")).toBe(false)
  expect(isOtherSides([here], "elsewhere", "host")).toBe(false)
  expect(isOtherSides([there], undefined, "host")).toBe(false)
})
