import { expect, test } from "vitest"
import { inReadingOrder } from "./readingOrder.ts"

test("letters stand beside their like, whatever they bear and however large they are", () => {
  const names = [
    "zeta",
    "Østen",
    "Ärzte",
    "Azur",
    "Éclair",
    "éclair",
    "Eclair",
    "ärzte",
    "Apfel",
    "Omega",
    "ぱ",
    "は",
    "ア",
    "漢",
  ]
  expect(names.toSorted(inReadingOrder)).toEqual([
    ...[
      "Apfel",
      "ärzte",
      "Ärzte",
      "Azur",
      "Eclair",
      "éclair",
      "Éclair",
      "Omega",
      "Østen",
      "zeta",
      "ア",
      "は",
      "ぱ",
      "漢",
    ],
  ])
})

test("what reads alike and is written in other signs is never equal", () => {
  expect(inReadingOrder("é", "e\u0301")).not.toBe(0)
  expect(inReadingOrder("é", "e\u0301")).toBe(-inReadingOrder("e\u0301", "é"))
  expect(inReadingOrder("a", "a")).toBe(0)
})
