import type { ComparedTable, RowChange, SomeOfRow } from "#core/importable/again"
import { sameValue } from "./differences.ts"

/** What of a change is taken back: the columns that still hold what the import set. What somebody changed since is theirs, and stays. */
export const takenBack = (
  { columns }: ComparedTable,
  { before, after }: RowChange,
  current: SomeOfRow,
): Readonly<{ set: SomeOfRow; kept: readonly string[] }> => {
  const [still, kept] = [[] as string[], [] as string[]]
  for (const column of Object.keys(after)) {
    const isSame = sameValue(columns[column] ?? "timestamptz", current[column], after[column])
    const list = isSame ? still : kept
    list.push(column)
  }
  return { set: Object.fromEntries(still.map((column) => [column, before[column] ?? null])), kept }
}

/** The fields of a file that these columns hold. */
export const fieldsOf = ({ again }: ComparedTable, columns: Iterable<string>): readonly string[] => {
  const changed = new Set(columns)
  return (again?.corrects ?? [])
    .filter(({ columns: held }) => held.some((column) => changed.has(column)))
    .map(({ field }) => field)
}
