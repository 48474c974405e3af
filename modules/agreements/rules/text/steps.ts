import { aligned } from "./aligned.ts"
import type { Terms } from "./clause.ts"
import { grouped } from "./grouped.ts"
import type { Line } from "./lines.ts"
import { endOf, isCounted, lineKey, type Token, tokensOf, wholeOf } from "./tokens.ts"

/** One step through both sides: a token that stays has both, one that went or came has one. All of either side are in it, in order. */
export type Step = Readonly<{
  before: Token | null
  after: Token | null
  /** It did not go, or come: it stands in this other clause, to which or from which it was carried. */
  carried?: string
}>
export type Side = Readonly<{ lines: readonly Line[]; terms: Terms }>

/**
 * From one side of a clause to the other. First the paragraphs that say the same, then word by word within what is left between
 * them, so that words are not sought across the whole clause ("ten percent (10": ProseMirror/prosemirror-changeset #4).
 */
export const stepsOf = (before: Side, after: Side): Step[] => {
  const keys = [before, after].map(({ lines }) => lines.map(lineKey)) as [string[], string[]]
  const steps: Step[] = []
  let last: readonly [number, number] = [0, 0]
  for (const [one, other] of [...aligned(...keys), [before.lines.length, after.lines.length] as const]) {
    const gap = [before.lines.slice(last[0], one), after.lines.slice(last[1], other)] as const
    for (const [went, came] of grouped(...gap)) steps.push(...within(tokens(went, before), tokens(came, after)))
    const [stays, as] = [before.lines[one], after.lines[other]]
    if (stays !== undefined && as !== undefined) steps.push(...paired(stays, as, before.terms, after.terms))
    last = [one + 1, other + 1]
  }
  return steps
}

const tokens = (lines: readonly Line[], { terms }: Side): Token[] =>
  lines.flatMap((line) => [...tokensOf(line.content, terms), endOf(line)])

/** A paragraph that says the same: taken apart only if it looks different, or shows another value. */
const paired = (before: Line, after: Line, was: Terms, is: Terms): Step[] => {
  const end = { before: endOf(before), after: endOf(after) }
  const shows = before.content.some(({ type }) => type === "term")
  if (!shows && JSON.stringify(before.content) === JSON.stringify(after.content))
    return [{ before: wholeOf(before, ""), after: wholeOf(after, "") }, end]
  return [...wordByWord(tokensOf(before.content, was), tokensOf(after.content, is)), end]
}

/** How much two rows have in common, in words: of both together, and of the shorter. */
const likeness = (before: readonly Token[], after: readonly Token[]): readonly [ofBoth: number, ofShorter: number] => {
  const bag = new Map<string, number>()
  const [one, other] = [before.filter(isCounted), after.filter(isCounted)]
  for (const { same } of one) bag.set(same, (bag.get(same) ?? 0) + 1)
  let common = 0
  for (const { same } of other) {
    const left = bag.get(same) ?? 0
    if (left > 0) common += 1
    bag.set(same, left - 1)
  }
  return [
    (2 * common) / Math.max(1, one.length + other.length),
    common / Math.max(1, Math.min(one.length, other.length)),
  ]
}

/** Word by word, unless hardly a word stays: "of" and "the" kept among all that is new help nobody to read. */
const within = (before: readonly Token[], after: readonly Token[]): Step[] => {
  if (before.length === 0 || after.length === 0) return apart(before, after)
  const [ofBoth, ofShorter] = likeness(before, after)
  if (ofBoth >= 0.25 || ofShorter >= 0.7) return wordByWord(before, after)
  // Both end with the end of a paragraph, and that stays.
  const ends = { before: before.at(-1) ?? null, after: after.at(-1) ?? null }
  return [...apart(before.slice(0, -1), after.slice(0, -1)), ends]
}

const apart = (before: readonly Token[], after: readonly Token[]): Step[] => [
  ...before.map((token) => ({ before: token, after: null })),
  ...after.map((token) => ({ before: null, after: token })),
]

/** The steps between two rows of tokens, with no scrap of what stays left among what changed. */
export const wordByWord = (before: readonly Token[], after: readonly Token[]): Step[] => {
  const names = [before, after].map((row) => row.map(({ same }) => same)) as [string[], string[]]
  const steps: Step[] = []
  let last: readonly [number, number] = [0, 0]
  for (const [one, other] of [
    ...withoutScraps(aligned(...names), before, after),
    [before.length, after.length] as const,
  ]) {
    steps.push(...apart(before.slice(last[0], one), after.slice(last[1], other)))
    const [stays, as] = [before[one], after[other]]
    if (stays !== undefined && as !== undefined) steps.push({ before: stays, after: as })
    last = [one + 1, other + 1]
  }
  return steps
}

type Matches = ReturnType<typeof aligned>

/**
 * What stays between two changes and is much shorter than either goes with them: a space between two replaced words, "of" between
 * two replaced halves of a sentence (the "semantic cleanup" of diff-match-patch). Ends of paragraphs stay.
 */
const withoutScraps = (matches: Matches, before: readonly Token[], after: readonly Token[]): Matches => {
  const runs: Matches[] = []
  for (const match of matches) {
    const [last] = runs.at(-1)?.slice(-1) ?? []
    if (last !== undefined && last[0] + 1 === match[0] && last[1] + 1 === match[1]) runs.at(-1)?.push(match)
    else runs.push([match])
  }
  const count = (row: readonly Token[], from: number, to: number) => row.slice(from, to).filter(isCounted).length
  const changed = (from: Matches | undefined, to: Matches | undefined): number => {
    const [start, end] = [from?.at(-1) ?? [-1, -1], to?.[0] ?? [before.length, after.length]]
    return Math.max(count(before, start[0] + 1, end[0]), count(after, start[1] + 1, end[1]))
  }
  return runs
    .filter((run, at) => {
      const own = run.map(([one]) => before[one] as Token)
      if (own.some(({ kind }) => kind === "end" || kind === "break")) return true
      const words = own.filter(isCounted).length
      if (words === 0 && own.some(({ kind }) => kind !== "space")) return true
      return 2 * words >= Math.min(changed(runs[at - 1], run), changed(run, runs[at + 1]))
    })
    .flat()
}
