import type { Inline } from "./clause.ts"
import { type Frame, plain } from "./lines.ts"
import type { Row, Segment, SegmentKind, WordCounts } from "./redlineShape.ts"
import type { Step } from "./steps.ts"
import { isCounted } from "./tokens.ts"

const kindOf = ({ before, after, carried }: Step): SegmentKind => {
  if (before === null) return carried === undefined ? "inserted" : "carriedIn"
  if (after === null) return carried === undefined ? "deleted" : "carriedOut"
  if (before.kind === "term" && before.value !== after.value) return "revalued"
  if (before.look !== after.look) return "formatted"
  return before.value === after.value ? "same" : "typography"
}

/** Neighbours that the same became of are one segment. */
export const segmentsOf = (steps: readonly Step[]): Segment[] => {
  const runs: { kind: SegmentKind; before: Inline[]; after: Inline[] }[] = []
  for (const step of steps) {
    const kind = kindOf(step)
    const last = runs.at(-1)
    const run = last?.kind === kind ? last : { kind, before: [], after: [] }
    if (run !== last) runs.push(run)
    run.before.push(...(step.before?.pieces ?? []))
    run.after.push(...(step.after?.pieces ?? []))
  }
  return runs.map(({ kind, before, after }) => ({ kind, before: plain(before), after: plain(after) }))
}

const isEnd = ({ before, after }: Step): boolean => (before ?? after)?.kind === "end"

/** A row for each end of a paragraph, on whichever side it is. */
export const rowsOf = (steps: readonly Step[]): Row[] => {
  const hasOwnEnds = steps.some((step) => isEnd(step) && (step.before === null || step.after === null))
  const rows: Row[] = []
  let from = 0
  for (const [at, step] of steps.entries()) {
    if (!isEnd(step)) continue
    const [before, after] = [step.before?.frame ?? null, step.after?.frame ?? null]
    const isRelaid = before !== null && after !== null && layout(before, hasOwnEnds) !== layout(after, hasOwnEnds)
    rows.push({ before, after, isRelaid, segments: segmentsOf(steps.slice(from, at)) })
    from = at + 1
  }
  return rows
}

/** Where paragraphs came or went, the first of a list may be another: that is no change of those that stay. */
const layout = (frame: Frame, isLoose: boolean): string =>
  frame.map(({ list, opens }) => `${list} ${isLoose && opens === "list" ? "item" : opens}`).join(" in ")

const none: WordCounts = { replaced: 0, inserted: 0, deleted: 0, signs: 0, formatting: 0, typography: 0 }

export const added = (all: readonly WordCounts[]): WordCounts =>
  all.reduce((sum, each) => {
    const keys = Object.keys(none) as (keyof WordCounts)[]
    return Object.fromEntries(keys.map((key) => [key, sum[key] + each[key]])) as WordCounts
  }, none)

/** How much was changed, passage by passage: what went and what came in one place is replaced, as far as both go. */
export const countsOf = (steps: readonly Step[], rows: readonly Row[], segments: readonly Segment[]): WordCounts => {
  const of = (kind: SegmentKind) => segments.filter((segment) => segment.kind === kind).length
  const looks = {
    ...none,
    formatting: of("formatted") + rows.filter(({ isRelaid }) => isRelaid).length,
    typography: of("typography"),
  }
  return added([looks, ...passages(steps).map(countPassage)])
}

type Passage = Readonly<{ steps: readonly Step[]; isAtSeam: boolean }>

/** What changed, up to what stays; and whether something of it was carried from or into another clause, which is not counted. */
const passages = (steps: readonly Step[]): Passage[] => {
  const found: { steps: Step[]; isAtSeam: boolean }[] = []
  let open: (typeof found)[number] | undefined
  for (const step of steps) {
    if (step.before !== null && step.after !== null) {
      open = undefined
      continue
    }
    if (open === undefined) {
      open = { steps: [], isAtSeam: false }
      found.push(open)
    }
    if (step.carried === undefined) open.steps.push(step)
    else open.isAtSeam = true
  }
  return found
}

const countPassage = ({ steps, isAtSeam }: Passage): WordCounts => {
  const tokens = steps.flatMap((step) => step.before ?? step.after ?? [])
  const words = (side: "before" | "after") =>
    steps.filter((step) => step[side] !== null && isCounted(step[side])).length
  const [went, came] = [words("before"), words("after")]
  const replaced = Math.min(went, came)
  if (went + came > 0) return { ...none, replaced, deleted: went - replaced, inserted: came - replaced }
  if (tokens.some(({ kind }) => kind === "sign")) return { ...none, signs: 1 }
  // Where a clause was cut, the space and the end of a paragraph that the cut took are no change of their own.
  if (isAtSeam) return none
  return tokens.some(({ kind }) => kind !== "space") ? { ...none, formatting: 1 } : { ...none, typography: 1 }
}
