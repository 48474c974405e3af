import { expect, test } from "vitest"
import { editors, hosts, only, partners, verdictsOf } from "#test/actors"
import { mayReadOwn, mayReadPortfolio, mayShare, mayTake } from "./policy.ts"

test("the portfolio is the host's; a partner's people read their own partnerships", () => {
  expect(verdictsOf(mayReadPortfolio)).toEqual(only(hosts))
  expect(verdictsOf(mayReadOwn)).toEqual(only(partners))
})

test("a document for both sides may be taken by whoever sees the partnership, the host's own by its people only", () => {
  const takes = (audience: "host" | "shared") => verdictsOf((actor) => mayTake(actor, undefined, { audience }))
  expect(takes("host")).toEqual(only(hosts))
  expect(Object.keys(takes("shared"))).toEqual(["may"])
})

test("whoever may change a partnership may share its overview, and nobody else", () => {
  expect(verdictsOf(mayShare)).toEqual(only(editors))
})
