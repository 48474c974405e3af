import type { ComparedTable, Correctable, RowChange, SomeOfRow } from "#core/importable/again"
import { sameValue } from "./differences.ts"

/**
 * What of a change is taken back, field by field: where all that the import set for it is as it set it. What somebody changed since is
 * theirs, and stays with what belongs to it, such as an amount's currency; so does everything where the row could not be so.
 */
export const takenBack = (
  { columns, again }: ComparedTable,
  { before, after }: RowChange,
  current: SomeOfRow,
): Readonly<{ set: SomeOfRow; kept: readonly string[] }> => {
  const all = Object.keys(after)
  const isOther = (column: string) => !sameValue(columns[column] ?? "timestamptz", current[column], after[column])
  const changes = { from: { ...current, ...before }, to: { ...current, ...after } }
  const together = (again?.corrects ?? []).map((field) => all.filter((column) => isSetBy(field, changes, column)))
  const kept = new Set([...all.filter(isOther), ...together.filter((field) => field.some(isOther)).flat()])
  const set = Object.fromEntries(all.filter((column) => !kept.has(column)).map((each) => [each, before[each] ?? null]))
  return (again?.isSound?.({ ...current, ...set }) ?? true) ? { set, kept: [...kept] } : { set: {}, kept: all }
}

type Changes = Readonly<{ from: SomeOfRow; to: SomeOfRow }>

const isSetBy = ({ columns, along }: Correctable, { from, to }: Changes, column: string): boolean =>
  columns.includes(column) || column in (along?.(from, to) ?? {})

/** The fields of a file that these columns hold. */
export const fieldsOf = ({ again }: ComparedTable, columns: Iterable<string>): readonly string[] => {
  const changed = new Set(columns)
  return (again?.corrects ?? [])
    .filter(({ columns: held }) => held.some((column) => changed.has(column)))
    .map(({ field }) => field)
}
