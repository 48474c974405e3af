import { expect, test } from "vitest"
import { administrators, only, verdictsOf } from "#test/actors"
import { mayReadLedger } from "./policy.ts"

test("owners and admins read the ledger", () => {
  expect(verdictsOf(mayReadLedger)).toEqual(only(administrators))
})
