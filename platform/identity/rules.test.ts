import { expect, test } from "vitest"
import { freeGuesses, lettersPerHour, oneMoreGuess, oneMoreLetter, type Rule, type Tally, waitAfter } from "./rules.ts"

const start = Date.parse("2026-03-02T08:00:00.000Z")
const at = (ms: number) => new Date(start + ms).toISOString()

/** One try a second for so long: how many were let through, and when. */
const trying = (rule: Rule, seconds: number, each = 1) => {
  let known: Tally | undefined
  const through: number[] = []
  for (let second = 0; second < seconds; second += each) {
    const verdict = rule(known, at(second * 1_000))
    if ("waitMs" in verdict) continue
    known = verdict.next
    through.push(second)
  }
  return through
}

test("five wrong passwords cost nothing, each one more twice as long, and never more than a quarter of an hour", () => {
  expect([0, freeGuesses - 1].map(waitAfter)).toEqual([0, 0])
  expect([5, 6, 7, 8].map(waitAfter)).toEqual([10_000, 20_000, 40_000, 80_000])
  expect(waitAfter(1_000)).toBe(15 * 60_000)
})

test("a guess every second for a day is about a hundred guesses, and the owner's turn comes all the same", () => {
  const through = trying(oneMoreGuess, 86_000)
  expect(through.slice(0, 5)).toEqual([0, 1, 2, 3, 4])
  expect(through.length).toBeLessThan(110)
  const waits = through.slice(1).map((second, index) => second - (through[index] ?? 0))
  expect(Math.max(...waits)).toBe(15 * 60)
})

test("a day without a guess is forgotten", () => {
  expect(oneMoreGuess({ count: 50, at: at(0) }, at(86_400_000))).toEqual({ next: { count: 1, at: at(86_400_000) } })
})

test("an address gets five links an hour, and new ones after it", () => {
  expect(trying(oneMoreLetter, 7_200, 60)).toHaveLength(2 * lettersPerHour)
})

test("of two guesses at one moment neither is held up, whichever is counted first", () => {
  const verdict = oneMoreGuess({ count: 1, at: at(3) }, at(0))
  expect(verdict).toEqual({ next: { count: 2, at: at(0) } })
})
