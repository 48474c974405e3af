import { expect, test } from "vitest"
import { editors, hosts, only, partners, verdictsOf } from "#test/actors"
import { mayEditPartnership, mayReadTags, mayWriteNote } from "./policy.ts"

test("the host's editors record, change and move partnerships", () => {
  expect(verdictsOf(mayEditPartnership)).toEqual(only(editors))
})

test("everybody who sees a partnership writes notes but viewers", () => {
  expect(verdictsOf(mayWriteNote)).toEqual(only([...hosts.filter((name) => name !== "viewer"), ...partners]))
})

test("tags are the host's own words: whoever is on its side reads them, and nobody of a partner", () => {
  expect(verdictsOf(mayReadTags)).toEqual(only(hosts))
})
