import { expect, test } from "vitest"
import { reusable } from "./reusable.ts"

test("a room is kept, grows, and is given back when it was very large", () => {
  const roomFor = reusable((size) => new Float64Array(size))
  const first = roomFor(10)
  expect(roomFor(5)).toBe(first)
  expect(roomFor(1000).length).toBeGreaterThanOrEqual(1000)
  const kept = roomFor(10)
  expect(roomFor(1_000_000).length).toBe(1_000_000)
  expect(roomFor(10)).toBe(kept)
  expect(roomFor(2 ** 18).length).toBe(2 ** 18)
})
