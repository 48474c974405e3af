import { dateTypes, type FieldTable, numberTypes, type ValueType } from "#core/importable/field"
import { detectDates } from "./detectDates.ts"
import { detectDecimals } from "./detectDecimals.ts"
import type { Evidence, FormatQuestion, SampleCell } from "./detection.ts"
import { isEmptyWord } from "./emptyWords.ts"
import { type ColumnFormat, unknownFormat } from "./formats.ts"
import { findField, type Mapping } from "./mapping.ts"
import { plainSigns } from "./plainSigns.ts"
import { longestValue } from "./valuesFit.ts"

export type DetectedFormats = Readonly<{
  formats: readonly ColumnFormat[]
  evidence: readonly (readonly Evidence[])[]
  questions: readonly FormatQuestion[]
}>

type SampleRow = Readonly<{ line: number; cells: readonly string[] }>

/**
 * Finds how every mapped date and number column is written, from the rows themselves. A column that could be read in
 * two ways is never decided: it stays "ambiguous" and asks.
 */
export const detectFormats = (table: FieldTable, mapping: Mapping, sample: readonly SampleRow[]): DetectedFormats => {
  const formats: ColumnFormat[] = []
  const evidence: (readonly Evidence[])[] = []
  const open: FormatQuestion[] = []
  for (const [column, key] of mapping.entries()) {
    const type = key === undefined ? undefined : findField(table, key)?.type
    const found = type && dateTypes.has(type) ? detectDates : type && numberTypes.has(type) ? detectDecimals : undefined
    const detection = type && found?.(cellsOf(sample, column, type))
    evidence.push(detection?.evidence ?? [])
    if (detection?.question) open.push({ column, ...detection.question })
    formats.push(
      detection
        ? { ...unknownFormat, [found === detectDates ? "dates" : "decimals"]: detection.format }
        : unknownFormat,
    )
  }
  return { formats, evidence, questions: open.map((question) => suggest(question, formats)) }
}

const cellsOf = (sample: readonly SampleRow[], column: number, type: ValueType): SampleCell[] =>
  sample.flatMap(({ line, cells }) => {
    const text = (cells[column] ?? "").trim()
    return text === "" || text.length > longestValue || isEmptyWord(text, type)
      ? []
      : [{ line, text: plainSigns(text) }]
  })

const suggest = (question: FormatQuestion, formats: readonly ColumnFormat[]): FormatQuestion => {
  const used = formats.map((format) => (question.kind === "date-order" ? format.dates : format.decimals))
  const choices = question.choices.filter(({ format }) => used.includes(format as never))
  const only = choices.length === 1 ? choices[0] : undefined
  return only ? { ...question, suggested: only.format } : question
}
