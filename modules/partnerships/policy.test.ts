import { expect, test } from "vitest"
import { editors, hosts, only, partners, verdictsOf } from "#test/actors"
import { mayEditPartnership, mayWriteNote } from "./policy.ts"

test("the host's editors record, change and move partnerships", () => {
  expect(verdictsOf(mayEditPartnership)).toEqual(only(editors))
})

test("everybody who sees a partnership writes notes but viewers", () => {
  expect(verdictsOf(mayWriteNote)).toEqual(only([...hosts.filter((name) => name !== "viewer"), ...partners]))
})
