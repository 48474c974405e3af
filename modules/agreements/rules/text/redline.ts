import { type Compared, markCarried } from "./carried.ts"
import { type AgreementText, type Clause, type TermKind, termKinds } from "./clause.ts"
import { linesOf } from "./lines.ts"
import { type Moves, movesBetween } from "./moves.ts"
import { numberClauses } from "./numbering.ts"
import type { ClauseLine, Counts, Redline, Stand, TermChange } from "./redlineShape.ts"
import { added, countsOf, rowsOf, segmentsOf } from "./segments.ts"
import { type Side, type Step, stepsOf, wordByWord } from "./steps.ts"
import { tokensOf } from "./tokens.ts"
import { termsIn, valueKey } from "./words.ts"

/**
 * What became of a text of clauses. Clauses are known by their keys (each stands once: decideKeys), so one that moved is never one
 * deleted and one inserted; as few as can be count as moved. Within a clause paragraphs are compared, and words within these.
 * Holds all of both sides (acceptAll, rejectAll), and nothing else: no author, no time, no comment. Linear where little changed.
 */
export const redline = (before: AgreementText, after: AgreementText): Redline => {
  const [was, is] = [placed(before), placed(after)]
  const keys = inNewOrder(before.clauses, after.clauses)
  const parts = keys.map((key) => {
    const [old, now] = [was.get(key)?.clause, is.get(key)?.clause]
    return {
      heading: headingSteps(old, now),
      compared: { key, steps: stepsOf(sideOf(old, before), sideOf(now, after)), splitFrom: null, mergedInto: null },
    } as { heading: Step[]; compared: Compared }
  })
  markCarried(parts.map(({ compared }) => compared))
  const moves = movesBetween(before.clauses, after.clauses)
  const clauses = parts.map(({ heading, compared }): ClauseLine => {
    const [old, now] = [was.get(compared.key)?.stand ?? null, is.get(compared.key)?.stand ?? null]
    return lineOf(compared, segmentsOf(heading), heading, old, now, moves)
  })
  const terms = termsChanged(before, after)
  return {
    ...{ clauses, terms, counts: countsOfAll(clauses, terms.length) },
    values: { before: before.terms, after: after.terms },
  }
}

type Placed = Readonly<{ clause: Clause; stand: Stand }>

const placed = ({ clauses }: AgreementText): Map<string, Placed> => {
  const numbers = numberClauses(clauses)
  return new Map(
    clauses.map((clause, at) => [
      clause.key,
      { clause, stand: { at, level: clause.level, number: numbers[at] ?? "" } },
    ]),
  )
}

const sideOf = (clause: Clause | undefined, { terms }: AgreementText): Side => ({
  lines: linesOf(clause?.content ?? []),
  terms,
})

const headingSteps = (before: Clause | undefined, after: Clause | undefined): Step[] => {
  const tokens = (heading = "") => tokensOf([{ type: "text", text: heading }], {})
  return wordByWord(tokens(before?.heading), tokens(after?.heading))
}

/** The keys of the new text; each that is gone stands after the last before it that stayed where it was. */
const inNewOrder = (before: readonly Clause[], after: readonly Clause[]): string[] => {
  const [there, { moved }] = [new Set(after.map(({ key }) => key)), movesBetween(before, after)]
  const gone = new Map<string | null, string[]>()
  let anchor: string | null = null
  for (const { key } of before) {
    if (!there.has(key)) gone.set(anchor, [...(gone.get(anchor) ?? []), key])
    else if (!moved.has(key)) anchor = key
  }
  return [...(gone.get(null) ?? []), ...after.flatMap(({ key }) => [key, ...(gone.get(key) ?? [])])]
}

const lineOf = (
  { key, steps, splitFrom, mergedInto }: Compared,
  heading: ClauseLine["heading"],
  headingStepsOfIt: readonly Step[],
  before: Stand | null,
  after: Stand | null,
  { moved, movedWith }: Moves,
): ClauseLine => {
  const rows = rowsOf(steps)
  const segments = [...heading, ...rows.flatMap((row) => row.segments)]
  const isOnBoth = before !== null && after !== null
  const isTouched =
    before?.level !== after?.level ||
    [...steps, ...headingStepsOfIt].some((step) => step.before === null || step.after === null) ||
    segments.some(({ kind }) => kind !== "same") ||
    rows.some(({ isRelaid }) => isRelaid)
  return {
    ...{ key, before, after, heading, rows, splitFrom, mergedInto },
    state: before === null ? "inserted" : after === null ? "deleted" : isTouched ? "changed" : "unchanged",
    isMoved: moved.has(key),
    movedWith: movedWith.get(key) ?? null,
    isRenumbered: isOnBoth && !moved.has(key) && before.number !== after.number,
    counts: isOnBoth ? added([countsOf(steps, rows, segments), countsOf(headingStepsOfIt, [], [])]) : added([]),
  }
}

const termsChanged = (before: AgreementText, after: AgreementText): TermChange[] => {
  const showing = (kind: TermKind) => [
    ...new Set(
      [...after.clauses, ...before.clauses].flatMap(({ key, content }) =>
        termsIn(content).includes(kind) ? [key] : [],
      ),
    ),
  ]
  return termKinds.flatMap((kind) =>
    valueKey(before.terms[kind]) === valueKey(after.terms[kind])
      ? []
      : [
          {
            ...{ kind, before: before.terms[kind] ?? null, after: after.terms[kind] ?? null },
            shownIn: showing(kind),
          } as TermChange,
        ],
  )
}

const countsOfAll = (clauses: readonly ClauseLine[], terms: number): Counts => {
  const number = (holds: (line: ClauseLine) => boolean) => clauses.filter(holds).length
  return {
    ...added(clauses.map(({ counts }) => counts)),
    moves: number(({ isMoved, movedWith }) => isMoved && movedWith === null),
    clausesInserted: number(({ state, splitFrom }) => state === "inserted" && splitFrom === null),
    clausesDeleted: number(({ state, mergedInto }) => state === "deleted" && mergedInto === null),
    renumbered: number(({ isRenumbered }) => isRenumbered),
    relevelled: number(({ before, after }) => before !== null && after !== null && before.level !== after.level),
    splits: number(({ splitFrom }) => splitFrom !== null),
    merges: number(({ mergedInto }) => mergedInto !== null),
    terms,
  }
}

/** Whether the two texts say the same, look the same and stand in the same order. */
export const isNothingChanged = ({ counts }: Redline): boolean => Object.values(counts).every((count) => count === 0)
