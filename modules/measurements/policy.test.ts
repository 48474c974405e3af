import { expect, test } from "vitest"
import { editors, only, verdictsOf } from "#test/actors"
import { mayRecordMeasurement } from "./policy.ts"

test("editors and finance record numbers", () => {
  expect(verdictsOf(mayRecordMeasurement)).toEqual(only([...editors, "finance"]))
})
