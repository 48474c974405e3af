import { refuse } from "#core/refusal"
import { weightOf } from "./boundedRow.ts"
import { BrokenTable, limits, type TableRefusal, type TableRow } from "./table.ts"

/** As many rows as asked for, or as fit into what may be held at once. */
export const firstOf = async (
  rows: AsyncIterable<TableRow>,
  count: number,
): Promise<readonly TableRow[] | TableRefusal> => {
  const first: TableRow[] = []
  try {
    let weight = 0
    for await (const row of rows) {
      weight += weightOf(row)
      if (first.push(row) === count || weight > limits.sampleCharacters) break
    }
  } catch (fault) {
    if (!(fault instanceof BrokenTable)) throw fault
    return refuse(fault.reason)
  }
  return first
}
