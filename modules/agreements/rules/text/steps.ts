import { aligned, type Match } from "./aligned.ts"
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
    for (const [went, came] of grouped(...gap))
      for (const step of within(tokens(went, before), tokens(came, after))) steps.push(step)
    const [stays, as] = [before.lines[one], after.lines[other]]
    if (stays !== undefined && as !== undefined)
      for (const step of paired(stays, as, before.terms, after.terms)) steps.push(step)
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
  const steps: Step[] = []
  let [was, is] = [0, 0]
  for (const [one, other] of [...staying(before, after), [before.length, after.length] as const]) {
    for (; was < one; was += 1) steps.push({ before: before[was] ?? null, after: null })
    for (; is < other; is += 1) steps.push({ before: null, after: after[is] ?? null })
    const [stays, as] = [before[one], after[other]]
    if (stays !== undefined && as !== undefined) steps.push({ before: stays, after: as })
    was = one + 1
    is = other + 1
  }
  return steps
}

/** The places of what stays. */
export const staying = (before: readonly Token[], after: readonly Token[]): Match[] =>
  withoutScraps(
    aligned(
      before.map(({ same }) => same),
      after.map(({ same }) => same),
    ),
    before,
    after,
  )

/** What stays without a break, by its first place and its last. */
type Run = { first: Match; last: Match; matches: Match[] }

/**
 * What stays between two changes and is much shorter than either goes with them: a space between two replaced words, "of" between
 * two replaced halves of a sentence (the "semantic cleanup" of diff-match-patch). Ends of paragraphs stay.
 */
const withoutScraps = (matches: readonly Match[], before: readonly Token[], after: readonly Token[]): Match[] => {
  const runs: Run[] = []
  for (const match of matches) {
    const run = runs.at(-1)
    if (run !== undefined && run.last[0] + 1 === match[0] && run.last[1] + 1 === match[1]) {
      run.matches.push(match)
      run.last = match
    } else runs.push({ first: match, last: match, matches: [match] })
  }
  const ends: Match = [before.length, after.length]
  const changed = (from: Run | undefined, to: Run | undefined): number => {
    const [start, end] = [from?.last ?? [-1, -1], to?.first ?? ends]
    return Math.max(counted(before, start[0] + 1, end[0]), counted(after, start[1] + 1, end[1]))
  }
  return runs
    .filter(({ first, last }, at) => {
      const own = before.slice(first[0], last[0] + 1)
      if (own.some(({ kind }) => kind === "end" || kind === "break")) return true
      const words = counted(own, 0, own.length)
      if (words === 0 && own.some(({ kind }) => kind !== "space")) return true
      return 2 * words >= Math.min(changed(runs[at - 1], runs[at]), changed(runs[at], runs[at + 1]))
    })
    .flatMap((run) => run.matches)
}

const counted = (row: readonly Token[], from: number, to: number): number => {
  let words = 0
  for (let at = from; at < to; at += 1) if (isCounted(row[at] as Token)) words += 1
  return words
}
