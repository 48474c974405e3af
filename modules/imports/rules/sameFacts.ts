import type { ComparedTable, SomeOfRow } from "#core/importable/again"
import { sameValue } from "./differences.ts"

type Row = SomeOfRow

/** A row of a file that is here already, or says another thing of the same. */
type Met<W> = Readonly<{ waiting: W; stored: Row; isSame: boolean }>

/**
 * Which rows without an id are here already: as many as are recorded, no more, since two calls of one day may both have been. What says
 * another thing of the same (another value of one week) meets one that is left over.
 */
export const meetRows = <W extends Readonly<{ row: Row }>>(
  table: ComparedTable,
  waiting: readonly W[],
  stored: readonly Row[],
): Readonly<{ met: readonly Met<W>[]; fresh: readonly W[] }> => {
  const { sameBy = [], corrects = [] } = table.again ?? {}
  const held = corrects.flatMap(({ columns }) => columns).filter((column) => !sameBy.includes(column))
  const keyOf = (row: Row) => keyBy(table, sameBy, row)
  const isSame = (one: Row, other: Row) =>
    held.every((column) => sameValue(table.columns[column] ?? "", one[column], other[column]))
  const left = new Map<string, Row[]>()
  for (const each of stored) {
    const key = keyOf(each)
    const all = left.get(key)
    if (all) all.push(each)
    else left.set(key, [each])
  }
  const met: Met<W>[] = []
  const take =
    (isMatch: (one: Row, other: Row) => boolean, isSameFact: boolean) =>
    (each: W): boolean => {
      const all = left.get(keyOf(each.row)) ?? []
      const at = all.findIndex((one) => isMatch(one, each.row))
      const [found] = at < 0 ? [] : all.splice(at, 1)
      if (found) met.push({ waiting: each, stored: found, isSame: isSameFact })
      return found === undefined
    }
  const others = waiting.filter(take(isSame, true))
  return { fresh: others.filter(take(() => held.length > 0, false)), met }
}

/**
 * Rows that are here and count together with some that a file records. The latest file's rows count alone, so these would count no more:
 * they are recorded with them. Of what several files have brought only the latest counts now.
 */
export const countedTogether = <S extends Readonly<{ values: Row; importId: string }>>(
  table: ComparedTable,
  recorded: readonly Row[],
  staying: readonly S[],
): readonly S[] => {
  const together = table.again?.together
  if (together === undefined) return []
  const keyOf = (row: Row) => keyBy(table, together, row)
  const keys = new Set(recorded.map(keyOf))
  const counting = new Map(staying.map(({ values, importId }) => [keyOf(values), importId]))
  return staying.filter(({ values, importId }) => {
    const key = keyOf(values)
    return keys.has(key) && counting.get(key) === importId
  })
}

const keyBy = ({ columns }: ComparedTable, by: readonly string[], row: Row): string =>
  by.map((column) => valueKey(columns[column] ?? "", row[column])).join("\u0000")

const valueKey = (type: string, value: unknown): string => {
  if (value === undefined || value === null) return ""
  if (type === "timestamptz") return String(Date.parse(String(value)))
  return String(value).normalize("NFC").replaceAll(/\s+/g, " ").trim()
}
