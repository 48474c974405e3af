import type { AgreementText, Inline, TermKind, Terms } from "./clause.ts"
import type { Frame } from "./lines.ts"

/**
 * What became of some words: `same`; `deleted` and `inserted`; `formatted` looks different and says the same; `typography` has other
 * quotes or spaces; `revalued` is a place where a term is shown whose value is another; `carriedOut` stands in another clause now
 * (a split), `carriedIn` stood in another before (a merge).
 */
export const segmentKinds = [
  "same",
  "inserted",
  "deleted",
  "formatted",
  "typography",
  "revalued",
  "carriedOut",
  "carriedIn",
] as const
export type SegmentKind = (typeof segmentKinds)[number]

/** Both sides of it, as they are written; what was inserted has nothing before, what was deleted nothing after. */
export type Segment = Readonly<{ kind: SegmentKind; before: readonly Inline[]; after: readonly Inline[] }>

/**
 * Words up to the end of a paragraph, as WordprocessingML keeps tracked changes: the lists around it on both sides, null where the
 * paragraph does not end here on that side (its end was inserted, or deleted: the words go on in the next row).
 */
export type Row = Readonly<{
  before: Frame | null
  after: Frame | null
  isRelaid: boolean
  segments: readonly Segment[]
}>

/** Where a clause stands on one side, from 0, and the number that follows from it. */
export type Stand = Readonly<{ at: number; level: 1 | 2; number: string }>

/**
 * Words are counted in clauses that stand on both sides; an inserted or deleted clause counts as one. Changes of signs alone
 * (a comma) are counted apart, and so are quotes and spaces (`typography`): neither is a word, and neither is kept quiet.
 */
export type WordCounts = Readonly<{
  replaced: number
  inserted: number
  deleted: number
  signs: number
  formatting: number
  typography: number
}>
export type Counts = WordCounts &
  Readonly<{
    moves: number
    clausesInserted: number
    clausesDeleted: number
    renumbered: number
    relevelled: number
    splits: number
    merges: number
    terms: number
  }>

export type ClauseLine = Readonly<{
  key: string
  /** `changed` where anything in it is, its level and the values it shows too; not where only its place or number is. */
  state: "unchanged" | "changed" | "inserted" | "deleted"
  before: Stand | null
  after: Stand | null
  isMoved: boolean
  /** The clause before it, with which it moved as one: that is one move. */
  movedWith: string | null
  /** Another number because of what stands before it, and not by a move of its own. */
  isRenumbered: boolean
  /** The clause that this new one was a part of; the clause that this one became a part of. */
  splitFrom: string | null
  mergedInto: string | null
  heading: readonly Segment[]
  rows: readonly Row[]
  counts: WordCounts
}>

export type TermChange = {
  [Kind in TermKind]: Readonly<{
    kind: Kind
    before: Terms[Kind] | null
    after: Terms[Kind] | null
    /** The clauses that show it. */
    shownIn: readonly string[]
  }>
}[TermKind]

/** All that became of one text, in the order of the new one; a deleted clause stands after what it stood after. */
export type Redline = Readonly<{
  clauses: readonly ClauseLine[]
  terms: readonly TermChange[]
  counts: Counts
  values: Readonly<{ before: AgreementText["terms"]; after: AgreementText["terms"] }>
}>
