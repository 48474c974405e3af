import type { Field, FieldTable } from "#core/importable/field"
import type { Remarks } from "#core/importable/remark"
import type { ImportRow } from "#core/importable/row"
import { isRefusal, type Refusal } from "#core/refusal"
import { type CellReader, type CellValue, cellReader, type ReadOptions } from "./cellReader.ts"
import { crossChecks } from "./crossChecks.ts"
import { isEmptyWord } from "./emptyWords.ts"
import { withLettersMeant } from "./encodedTwice.ts"
import { type ColumnFormat, unknownFormat } from "./formats.ts"
import { withLocalTimes } from "./localTimes.ts"
import type { Mapping } from "./mapping.ts"
import { withMatchedValues } from "./matchedValues.ts"
import type { ReasonCode } from "./reasons.ts"
import { withWholeIds } from "./shortenedIds.ts"
import { withWords } from "./wordedNumbers.ts"
import { withWrittenDays } from "./writtenDays.ts"

/** One problem of one cell: the field, the column it came from, the text as found, and why it was not taken. */
export type CellError = Readonly<{
  field: string
  column: number | undefined
  value: string
  reason: ReasonCode
  params: Readonly<Record<string, unknown>>
}>

export type RowVerdict = Readonly<{ ok: true; row: ImportRow }> | Readonly<{ ok: false; errors: readonly CellError[] }>
export type RowCheck = (cells: readonly string[]) => RowVerdict

type Reader = Readonly<{ key: string; column: number; isRequired: boolean; read: CellReader }>

/**
 * Builds the check of one file's rows: looks the fields up and prepares every reader once, so that a row costs a few
 * microseconds. A column without a format is read without guessing. What is taken although it is not as it should be is told.
 */
export const compileRowCheck = (
  table: FieldTable,
  mapping: Mapping,
  formats: readonly (ColumnFormat | undefined)[],
  options: ReadOptions,
  remarks: Remarks,
): RowCheck => {
  const readers: Reader[] = []
  for (const field of table.fields) {
    const column = mapping.indexOf(field.key)
    // What may come in parts is missed when they are put together.
    const isRequired = field.isRequired && !field.inParts?.fields.some((key) => mapping.includes(key))
    if (column < 0 && !isRequired) continue
    readers.push({
      key: field.key,
      column,
      isRequired,
      read: readerOf(field, formats[column] ?? unknownFormat, options, remarks),
    })
  }
  const finish = crossChecks(table, mapping, options, remarks)
  return (cells) => {
    const row: Record<string, CellValue> = {}
    let errors: CellError[] | undefined
    const fail = (field: string, column: number | undefined, refusal: Refusal) => {
      errors ??= []
      errors.push({
        field,
        column,
        value: column === undefined ? "" : (cells[column] ?? ""),
        reason: refusal.refusal as ReasonCode,
        params: refusal.detail ?? {},
      })
    }
    for (const { key, column, isRequired, read } of readers) {
      const text = cells[column] ?? ""
      const value = text === "" ? undefined : read(text)
      if (value === undefined) {
        if (isRequired) fail(key, column < 0 ? undefined : column, { refusal: "required-empty" })
      } else if (!isRefusal(value)) row[key] = value
      else if (isRequired || !isUnreadable(value) || remarks.answerTo("cell-left-out", { field: key }) === "refuse")
        fail(key, column, value)
      else remarks.tell("cell-left-out", { field: key, text })
    }
    finish(row, fail, errors === undefined, cells)
    return errors === undefined ? { ok: true, row: row as ImportRow } : { ok: false, errors }
  }
}

const readerOf = (field: Field, format: ColumnFormat, options: ReadOptions, remarks: Remarks): CellReader => {
  const read = withLocalTimes(field, cellReader(field, format, options), format.dates, options, remarks)
  const matched = withWords(field, withMatchedValues(field, read, remarks), format.decimals, remarks)
  const meant = withLettersMeant(field, withWrittenDays(field, matched, format.dates, options, remarks), remarks)
  return withEmptyWords(field, withWholeIds(field, meant, remarks), remarks)
}

/** Words for nothing are nothing, unless the field has such a value or somebody takes them as they stand. */
const withEmptyWords = ({ key, type }: Field, read: CellReader, remarks: Remarks): CellReader => {
  const isWord = remarks.answerTo("read-as-empty", { field: key }) === "word"
  const isListed = type === "choice" || type === "flag"
  return (text) => {
    if (!isEmptyWord(text.trim(), type)) return read(text)
    const listed = isListed ? read(text) : undefined
    if (listed !== undefined && !isRefusal(listed)) return listed
    remarks.tell("read-as-empty", { field: key, text, ...(isWord && { becomes: text }) })
    if (isWord) return read(text)
    return undefined
  }
}

/**
 * What stands there is nothing of the kind; what could be read in two ways, or is out of bounds, is corrected or asked. A currency that
 * cannot be read stays an error of its row: without it an amount would count in another one.
 */
const unreadable: ReadonlySet<string> = new Set<ReasonCode>([
  ...(["not-a-date", "date-impossible", "not-a-number", "not-a-whole-number", "not-a-country"] as const),
  ...(["not-an-email", "not-a-domain", "not-a-phone", "not-a-name"] as const),
])
const isUnreadable = ({ refusal }: Refusal): boolean => unreadable.has(refusal)
