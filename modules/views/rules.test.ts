import { expect, test } from "vitest"
import { decideChange, decideOrder, decidePin, mostPins } from "./rules.ts"

test("a view is pinned once, as the last, up to twenty", () => {
  expect(decidePin(["a"], "b")).toEqual(["a", "b"])
  expect(decidePin(["b", "a"], "b")).toEqual(["b", "a"])
  const full = Array.from({ length: mostPins }, (_, each) => `${each}`)
  expect(decidePin(full.slice(1), "new")).toEqual([...full.slice(1), "new"])
  expect(decidePin(full, "new")).toEqual({ refusal: "too-many-pins" })
  expect(decidePin(full, "3")).toEqual(full)
})

test("an order that another window knows less of loses nothing, and brings back nothing", () => {
  expect(decideOrder(["a", "b", "c"], ["c", "a", "b"])).toEqual(["c", "a", "b"])
  expect(decideOrder(["a", "b", "c"], ["b", "a"])).toEqual(["b", "a", "c"])
  expect(decideOrder(["a", "b"], ["gone", "b", "b", "a"])).toEqual(["b", "a"])
  expect(decideOrder(["a"], [])).toEqual(["a"])
})

test("only whoever shared a view takes it from the others again", () => {
  const shared = { userId: "a", isShared: true }
  expect(decideChange(shared, "a", { isShared: false })).toEqual({ isShared: false })
  expect(decideChange(shared, "b", { isShared: false })).toEqual({ refusal: "not-your-view" })
  expect(decideChange(shared, "b", { isShared: true })).toEqual({ isShared: true })
})
