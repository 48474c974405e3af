import type { Line } from "./lines.ts"
import { lineKey, partsOf } from "./tokens.ts"

/** Paragraphs of one side, and those of the other that they became; one of the two may be empty. */
export type Group = readonly [before: readonly Line[], after: readonly Line[]]
type Bag = Readonly<{ words: ReadonlyMap<string, number>; size: number }>

/** So many pairs of paragraphs are weighed against each other; beyond, they are taken in their order. */
const bound = 900

/**
 * Which paragraphs of a changed passage became which: one each, one that was cut in two, two that were joined, or nothing on one
 * side. The way of W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics
 * 19 (1993), with words in common for lengths. O(n·m) pairs of paragraphs.
 */
export const grouped = (before: readonly Line[], after: readonly Line[]): Group[] => {
  if (before.length === 0 || after.length === 0) return before.length + after.length === 0 ? [] : [[before, after]]
  if (before.length === 1 && after.length === 1) return [[before, after]]
  if (before.length * after.length > bound) return inOrder(before, after)
  // Mirrored sides are grouped alike: the one whose words come first always goes first.
  const [one, other] = [before, after].map((lines) => lines.map(lineKey).join("\n")) as [string, string]
  return one <= other ? along(before, after) : along(after, before).map(([was, is]) => [is, was])
}

const inOrder = (before: readonly Line[], after: readonly Line[]): Group[] =>
  Array.from({ length: Math.max(before.length, after.length) }, (_, at) => [
    before.slice(at, at + 1),
    after.slice(at, at + 1),
  ])

const bagOf = (line: Line): Bag => {
  const words = new Map<string, number>()
  let size = 0
  for (const { kind, text } of partsOf(lineKey(line)))
    if (kind === "word" || kind === "figure") {
      words.set(text, (words.get(text) ?? 0) + 1)
      size += 1
    }
  return { words, size }
}

const common = (one: Bag, other: Bag): number => {
  if (one.words.size > other.words.size) return common(other, one)
  let count = 0
  for (const [word, times] of one.words) count += Math.min(times, other.words.get(word) ?? 0)
  return count
}

const joined = (one: Bag, other: Bag): Bag => {
  const words = new Map(one.words)
  for (const [word, times] of other.words) words.set(word, (words.get(word) ?? 0) + times)
  return { words, size: one.size + other.size }
}

/** How many words stay if the one became the other; none where too few do for that to be said. */
const stays = (one: Bag, other: Bag): number => {
  const words = common(one, other)
  return 2 * words >= 0.3 * (one.size + other.size) ? words : 0
}

/** One against two: both have to be mostly of it. */
const staysOfTwo = (one: Bag, first: Bag | undefined, second: Bag | undefined): number => {
  if (first === undefined || second === undefined) return 0
  if ([first, second].some((part) => part.size === 0 || common(one, part) < 0.6 * part.size)) return 0
  return Math.max(0, stays(one, joined(first, second)) - 0.5)
}

type Way = Readonly<{ kept: number; step: readonly [before: number, after: number] }>

/** The best way from each pair of places to the end. */
const weighed = (before: readonly Bag[], after: readonly Bag[]): Way[][] => {
  const ways: Way[][] = Array.from({ length: before.length + 1 }, () => [])
  for (let one = before.length; one >= 0; one -= 1)
    for (let other = after.length; other >= 0; other -= 1) {
      const [was, is] = [before[one], after[other]]
      const options: Way[] = [{ kept: 0, step: [0, 0] }]
      const add = (step: Way["step"], kept: number): void => {
        const rest = ways[one + step[0]]?.[other + step[1]]
        if (rest !== undefined && kept >= 0) options.push({ kept: kept + rest.kept, step })
      }
      if (was !== undefined && is !== undefined) {
        const direct = stays(was, is)
        if (direct > 0) add([1, 1], direct)
        const [cut, merged] = [staysOfTwo(was, is, after[other + 1]), staysOfTwo(is, was, before[one + 1])]
        if (cut > 0) add([1, 2], cut)
        if (merged > 0) add([2, 1], merged)
      }
      if (was !== undefined) add([1, 0], 0)
      if (is !== undefined) add([0, 1], 0)
      ;(ways[one] as Way[])[other] = options
        .slice(1)
        .reduce<Way>(
          (best, each) => (each.kept > best.kept || best.step[0] + best.step[1] === 0 ? each : best),
          options[0] as Way,
        )
    }
  return ways
}

const along = (before: readonly Line[], after: readonly Line[]): Group[] => {
  const ways = weighed(before.map(bagOf), after.map(bagOf))
  const groups: Group[] = []
  let [one, other, wasAlone] = [0, 0, false]
  while (one < before.length || other < after.length) {
    const [down, right] = ways[one]?.[other]?.step ?? [0, 0]
    const isAlone = down === 0 || right === 0
    const [was, is] = (isAlone && wasAlone ? groups.pop() : undefined) ?? [[], []]
    groups.push([
      [...was, ...before.slice(one, one + down)],
      [...is, ...after.slice(other, other + right)],
    ])
    one += down
    other += right
    wasAlone = isAlone
  }
  return groups
}
