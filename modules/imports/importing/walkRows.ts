import { isRowError, type Recorder } from "#platform/importable"
import type { Table, TableRow } from "../reading.ts"
import type { Collected, Mapping, RowCheck, RowSettler } from "../rules.ts"
import type { Bulk } from "../store.ts"
import type { RowErrors } from "./rowErrors.ts"

export type Tally = Readonly<{ rows: number; failed: number; known: number; skipped: number }>

type Walk = Readonly<{
  table: Table
  check: RowCheck
  settle: RowSettler
  record: Recorder
  bulk: Bulk
  errors: RowErrors
  remarks: Collected
  mapping: Mapping
  /** Called every few thousand rows; throws to stop. */
  onProgress(tally: Tally): Promise<void>
}>

/** Rows per statement: above ten thousand the round trip no longer shows, and memory stays small. */
const batchRows = 10_000
const rowsPerReport = 2_000

/**
 * Reads, checks and records every row, in constant memory. While the database writes one batch, the next is read: on two
 * cores that hides the smaller half of the work.
 */
export const walkRows = async ({ table, mapping, check, settle, record, bulk, ...walk }: Walk): Promise<Tally> => {
  const { errors, remarks, onProgress } = walk
  const unread = unreadColumns(table.headers, mapping, remarks)
  const tally = { rows: 0, failed: 0, known: 0, skipped: 0 }
  const takeRow = (row: TableRow): void => {
    const verdict = check(row.cells)
    const outcome = verdict.ok ? record(verdict.row) : undefined
    if (!verdict.ok) errors.cellErrors(row, verdict.errors)
    else if (isRowError(outcome)) errors.rowError(row, outcome)
    if (!verdict.ok || isRowError(outcome)) tally.failed++
    else if (outcome === "known" || outcome === "skipped") tally[outcome]++
    else if (typeof outcome === "object" && "known" in outcome) tally.known++
  }
  let writing: Promise<void> = Promise.resolve()
  for await (const row of table.rows) {
    remarks.at(row.line)
    const cells = row.problem ? row.cells : settle(row)
    if (cells === "left-out") continue
    tally.rows++
    unread.look(row.cells)
    const problem = cells === "too-short" ? shortOf(row) : row.problem
    if (problem) {
      tally.failed++
      errors.problem(row, problem)
    } else takeRow(row.cells === cells ? row : { ...row, cells: cells as readonly string[] })
    if (bulk.waiting() >= batchRows) {
      await writing
      writing = bulk.write()
      // Awaited before the next batch; until then a failure must not count as unhandled.
      writing.catch(() => {})
    }
    if (tally.rows % rowsPerReport === 0) await onProgress(tally)
  }
  await writing
  await bulk.write()
  unread.end()
  return tally
}

const shortOf = ({ cells, filledUp = 0 }: TableRow): NonNullable<TableRow["problem"]> => ({
  reason: "too-few-cells",
  params: { found: cells.length - filledUp, expected: cells.length },
})

/** Of a column that is not read the first rows are told one by one, the others counted: a wide file has many such cells. */
const shownCells = 3

/** What stands in columns that are not read is told, column by column. */
const unreadColumns = (headers: readonly string[], mapping: Mapping, { tell, more }: Collected) => {
  const unread = headers.flatMap((header, column) =>
    mapping[column] === undefined ? [{ header: header || String(column + 1), column, rows: 0 }] : [],
  )
  return {
    look: (cells: readonly string[]): void => {
      for (const each of unread) {
        const text = cells[each.column]
        if (!text || text.trim() === "") continue
        if (each.rows++ < shownCells) tell("column-left-out", { header: each.header, text: text.trim() })
      }
    },
    end: (): void => {
      for (const { header, rows } of unread)
        if (rows > shownCells) more("column-left-out", { header }, rows - shownCells)
    },
  }
}
