import { expect, test } from "vitest"
import { keelsonItself, memberOf, members, partners, partnerUserOf, verdictsOf } from "#test/actors"
import { mayReadOwn } from "./policy.ts"

const asked = (actor: Parameters<typeof mayReadOwn>[0]): true | string => {
  try {
    return mayReadOwn(actor)
  } catch {
    return "nobody to be told"
  }
}

test("every person reads what they are told themselves", () => {
  expect(verdictsOf(asked)).toEqual({
    may: [...members, ...partners, "someone who has left"],
    "nobody to be told": ["keelson", "anybody"],
  })
  expect([memberOf("viewer"), partnerUserOf("seller")].map(asked)).toEqual([true, true])
  expect(() => mayReadOwn(keelsonItself)).toThrow(TypeError)
})
