import { expect, test } from "vitest"
import { decideBytes, limitInWords } from "./room.ts"

test("the last byte that fits finds room, one more does not and is told how much is free", () => {
  expect(decideBytes("full", 60, 40, 100)).toBe(true)
  expect(decideBytes("full", 60, 41, 100)).toMatchObject({ refusal: "full", detail: { mostBytes: 100, freeBytes: 40 } })
  expect(decideBytes("full", 130, 0, 100)).toMatchObject({ refusal: "full", detail: { freeBytes: 0 } })
})

test("limits are said in what they were set in", () => {
  expect([5 * 1024 ** 3, 1.5 * 1024 ** 3, 20 * 1024 ** 2].map(limitInWords)).toEqual(["5 GB", "1536 MB", "20 MB"])
})
