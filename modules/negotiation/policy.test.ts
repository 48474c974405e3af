import { expect, test } from "vitest"
import { editors, only, partners, verdictsOf } from "#test/actors"
import { mayAnswer, mayPropose } from "./policy.ts"

test("everybody of a partner proposes other words, and of the host who edits agreements", () => {
  expect(verdictsOf(mayPropose)).toEqual(only([...editors, ...partners]))
})

test("what another side proposes is taken over by who leads a partner's team or is an executive, of the host by who edits agreements", () => {
  expect(verdictsOf(mayAnswer)).toEqual(only([...editors, "partner's partner_admin", "partner's executive"]))
})
