import fc from "fast-check"
import { expect, test } from "vitest"
import { aligned, longestRise } from "./aligned.ts"

/** The length of a longest common subsequence by the table that everybody knows. */
const commonLength = (one: readonly string[], other: readonly string[]): number => {
  let row = new Array<number>(other.length + 1).fill(0)
  for (const each of one) {
    const next = [0]
    for (const [at, there] of other.entries())
      next.push(each === there ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}
const letters = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 30 })

test("what stays is the same on both sides, in order, and as much as can be", () => {
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      const matches = aligned(before, after)
      for (const [at, [one, other]] of matches.entries()) {
        expect(before[one]).toBe(after[other])
        const [lastOne, lastOther] = matches[at - 1] ?? [-1, -1]
        expect(one > lastOne && other > lastOther).toBe(true)
      }
      expect(matches.length).toBe(commonLength(before, after))
      expect(aligned(after, before)).toEqual(matches.map(([one, other]) => [other, one]))
    }),
    { numRuns: 500 },
  )
})

test("rows that differ in more than the bound are cut where something stands once in both", () => {
  const noise = (name: string) => Array.from({ length: 300 }, (_, at) => `${name}${at % 7}`)
  const before = [...noise("a"), "once", ...noise("b"), "twice", "twice", "late", ...noise("c")]
  const after = [...noise("d"), "once", ...noise("e"), "twice", "late", ...noise("f")]
  const kept = aligned(before, after).map(([one]) => before[one])
  expect(kept).toEqual(["once", "twice", "late"])
  expect(aligned(noise("a"), noise("b").concat(noise("c")))).toEqual([])
})

test("a longest part that rises leaves the fewest to move", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }).chain((n) => fc.shuffledSubarray([...Array(n).keys()])),
      (row) => {
        const rise = longestRise(row).map((at) => row[at] as number)
        expect(rise).toEqual([...rise].sort((one, other) => one - other))
        expect(rise.length).toBe(commonLength(row.map(String), [...row].sort((a, b) => a - b).map(String)))
      },
    ),
  )
})
