import { expect, test } from "vitest"
import { decideResolve } from "./resolving.ts"

const thread = { lastPosition: 3, removed: 1, resolvedAt: null }

test("settled by whoever has read all of it, once", () => {
  expect(decideResolve(thread, 3)).toBe(true)
  expect(decideResolve(thread, 2)).toMatchObject({ refusal: "said-meanwhile", detail: { position: 3 } })
  expect(decideResolve({ ...thread, resolvedAt: "2026-03-01T09:00:00.000Z" }, 3)).toBe(false)
})

test("where nothing is said that still stands, nothing is settled", () => {
  expect(decideResolve({ lastPosition: 0, removed: 0, resolvedAt: null }, 0)).toMatchObject({
    refusal: "nothing-to-resolve",
  })
  expect(decideResolve({ ...thread, removed: 3 }, 3)).toMatchObject({ refusal: "nothing-to-resolve" })
})
