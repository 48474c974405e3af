import { expect, test } from "vitest"
import { packWeeks, weeksOf } from "./rules.ts"

test("weeks travel as numbers and come back to the last bit, missing ones as missing", () => {
  const packed = new Uint8Array(Float32Array.of(0.1, Number.NaN, 0, 1e9 / 3).buffer)
  const weeks = JSON.parse(JSON.stringify(weeksOf(packed)))
  expect(weeks[1]).toBeNull()
  expect(packWeeks(weeks)).toEqual(packed)
})
