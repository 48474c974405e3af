import type { WeeklyRow } from "#platform/weekly"
import { type Counted, tellsOfSame } from "#rules/measurements"
import { keyOf } from "./record.ts"
import type { Twice } from "./rules.ts"

type Row = Pick<WeeklyRow, "subject" | "signal" | "partyId" | "weeks">
type Told = Readonly<{ row: Row }>
type Sorts<Each> = Readonly<Record<Counted, readonly Each[]>>

/** What is measured counts where nobody has chosen, unless it tells of less than this share of the time: one value a person typed is no record. */
const leastShare = 0.5

/**
 * Of what is told twice, of the same party or once of all together, one record counts: the one that a person chose for the partnership's signal,
 * or that was chosen with a file; else what was measured, unless that is a small piece only. The one that is left says so, and of which weeks
 * the other tells.
 */
export const countedOnce = <Each extends Told>(
  told: Sorts<Each>,
  chosenFor: (row: Each["row"]) => Counted | undefined,
): readonly (Each & { twice?: Twice })[] => {
  const of = { acts: byKey(told.acts), measured: byKey(told.measured) }
  const countedOf = (row: Each["row"]): Counted =>
    chosenFor(row) ?? usual(of.acts.get(keyOf(row)) ?? [], of.measured.get(keyOf(row)) ?? [])
  return [
    ...ofSort("acts", told.acts, of.measured, countedOf),
    ...ofSort("measured", told.measured, of.acts, countedOf),
  ]
}

type ByKey<Each> = ReadonlyMap<string, readonly Each[]>
const byKey = <Each extends Told>(told: readonly Each[]): ByKey<Each> => Map.groupBy(told, ({ row }) => keyOf(row))

const usual = (acts: readonly Told[], measured: readonly Told[]): Counted => {
  const weeks = (told: readonly Told[]) => {
    const { from, until } = spanOf(told)
    return until - from + 1
  }
  return weeks(measured) >= leastShare * weeks(acts) ? "measured" : "acts"
}

const spanOf = (told: readonly Told[]) => ({
  from: Math.min(...told.map(({ row }) => row.weeks[0] as number)),
  until: Math.max(...told.map(({ row }) => row.weeks.at(-1) as number)),
})

const ofSort = <Each extends Told>(
  sort: Counted,
  told: readonly Each[],
  others: ByKey<Each>,
  countedOf: (row: Each["row"]) => Counted,
): readonly (Each & { twice?: Twice })[] =>
  told.flatMap((read) => {
    const { row } = read
    const same = (others.get(keyOf(row)) ?? []).filter((each) => tellsOfSame(each.row.partyId, row.partyId))
    if (same.length === 0) return [read]
    if (countedOf(row) !== sort) return []
    const { from: leftFrom, until: leftUntil } = spanOf(same)
    return [{ ...read, twice: { counted: sort, leftFrom, leftUntil } }]
  })
