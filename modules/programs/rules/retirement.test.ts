import { expect, test } from "vitest"
import { decideOngoing } from "../rules.ts"

test("a program goes on until it is retired, and from that day on for nobody", () => {
  expect(decideOngoing({ retiredOn: null })).toBe(true)
  expect(decideOngoing({ retiredOn: "2028-03-01" })).toEqual({
    refusal: "program-retired",
    detail: { retiredOn: "2028-03-01" },
  })
})
