import type { WeeklyRow } from "#platform/weekly"
import { type Counted, tellsOfSame } from "#rules/measurements"
import { keyOf } from "./record.ts"
import type { Twice } from "./rules.ts"

type Row = Pick<WeeklyRow, "subject" | "signal" | "partyId" | "weeks">
type Told = Readonly<{ row: Row }>
type Sorts<Each> = Readonly<Record<Counted, readonly Each[]>>

/**
 * Of what is told twice, of the same party or once of all together, one record counts: the one that a person chose for the partnership's signal,
 * or that was chosen with a file; else what was measured. The one that is left says so, and of which weeks the other tells.
 */
export const countedOnce = <Each extends Told>(
  told: Sorts<Each>,
  countedOf: (row: Each["row"]) => Counted,
): readonly (Each & { twice?: Twice })[] => [
  ...ofSort("acts", told.acts, told.measured, countedOf),
  ...ofSort("measured", told.measured, told.acts, countedOf),
]

const ofSort = <Each extends Told>(
  sort: Counted,
  told: readonly Each[],
  other: readonly Each[],
  countedOf: (row: Each["row"]) => Counted,
): readonly (Each & { twice?: Twice })[] => {
  const others = Map.groupBy(other, ({ row }) => keyOf(row))
  return told.flatMap((read) => {
    const { row } = read
    const same = (others.get(keyOf(row)) ?? []).filter((each) => tellsOfSame(each.row.partyId, row.partyId))
    if (same.length === 0) return [read]
    if (countedOf(row) !== sort) return []
    const weeks = same.map((each) => each.row.weeks)
    const leftFrom = Math.min(...weeks.map((each) => each[0] as number))
    const leftUntil = Math.max(...weeks.map((each) => each.at(-1) as number))
    return [{ ...read, twice: { counted: sort, leftFrom, leftUntil } }]
  })
}
