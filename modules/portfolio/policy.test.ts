import { expect, test } from "vitest"
import { hosts, only, partners, verdictsOf } from "#test/actors"
import { mayReadOwn, mayReadPortfolio } from "./policy.ts"

test("the portfolio is the host's; a partner's people read their own partnerships", () => {
  expect(verdictsOf(mayReadPortfolio)).toEqual(only(hosts))
  expect(verdictsOf(mayReadOwn)).toEqual(only(partners))
})
