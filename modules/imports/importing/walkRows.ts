import type { Table } from "../reading.ts"
import type { RowCheck } from "../rules.ts"
import type { Bulk } from "../store.ts"
import { isFault, type Recorder } from "./recorder.ts"
import type { RowErrors } from "./rowErrors.ts"

export type Tally = Readonly<{ rows: number; failed: number; known: number; skipped: number }>

type Walk = Readonly<{
  table: Table
  check: RowCheck
  record: Recorder
  bulk: Bulk
  errors: RowErrors
  /** Called every few thousand rows; throws to stop. */
  pace(tally: Tally): Promise<void>
}>

/** Rows per statement: above ten thousand the round trip no longer shows, and memory stays small. */
const batchRows = 10_000
const paceRows = 2_000

/**
 * Reads, checks and records every row, in constant memory. While the database writes one batch, the next is read: on two
 * cores that hides the smaller half of the work.
 */
export const walkRows = async ({ table, check, record, bulk, errors, pace }: Walk): Promise<Tally> => {
  const tally = { rows: 0, failed: 0, known: 0, skipped: 0 }
  let writing: Promise<void> = Promise.resolve()
  for await (const row of table.rows) {
    tally.rows++
    if (row.problem) {
      tally.failed++
      errors.problem(row, row.problem)
    } else {
      const verdict = check(row.cells)
      if (!verdict.ok) {
        tally.failed++
        errors.errors(row, verdict.errors)
      } else {
        const fate = record(verdict.row)
        if (isFault(fate)) {
          tally.failed++
          errors.fault(row, fate)
        } else if (fate !== "recorded") tally[fate]++
      }
    }
    if (bulk.waiting() >= batchRows) {
      await writing
      writing = bulk.write()
      // Awaited before the next batch; until then a failure must not count as unhandled.
      writing.catch(() => {})
    }
    if (tally.rows % paceRows === 0) await pace(tally)
  }
  await writing
  await bulk.write()
  return tally
}
