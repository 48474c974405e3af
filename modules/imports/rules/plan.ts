import type { FileKind } from "#core/importable/field"
import { isRefusal, type Refusal } from "#core/refusal"
import { type DetectedFormats, detectFormats } from "./detectFormats.ts"
import type { FormatQuestion } from "./detection.ts"
import type { ColumnFormat } from "./formats.ts"
import { guessKind, type KindGuess } from "./guessKind.ts"
import { type ColumnGuess, guessMapping, mappingOf } from "./guessMapping.ts"
import { decideMapping, type Mapping, type MappingRefusal, type RememberedMapping } from "./mapping.ts"
import type { RunOptions } from "./options.ts"

type Sample = Readonly<{
  headers: readonly string[]
  rows: readonly Readonly<{ line: number; cells: readonly string[] }>[]
}>

/** How a file is going to be read: what was guessed, what was answered, and what is still open. */
export type Plan = Readonly<{
  kind: string
  kinds: readonly KindGuess[]
  guesses: readonly ColumnGuess[]
  mapping: Mapping
  mappingProblem: Refusal<MappingRefusal> | undefined
  formats: readonly ColumnFormat[]
  evidence: DetectedFormats["evidence"]
  /** Every question the file raises, answered or not. */
  questions: readonly (FormatQuestion & { answer: string | undefined })[]
}>

/** Puts guesses and decisions together. A decision always wins; a question without an answer stays open. */
export const planImport = (
  sample: Sample,
  kinds: readonly FileKind[],
  kind: FileKind,
  options: RunOptions,
  remembered: RememberedMapping = {},
): Plan => {
  const cells = sample.rows.map((row) => row.cells)
  const guesses = guessMapping(kind, sample.headers, cells, remembered)
  const decided = options.mapping
  const mapping: Mapping = decided
    ? sample.headers.map((_, column) => decided[column] ?? undefined)
    : mappingOf(guesses)
  const valid = decideMapping(kind, mapping)
  const detected = detectFormats(kind, mapping, sample.rows)
  const answers = detected.questions.map((question) => ({ ...question, answer: answerTo(question, options) }))
  return {
    kind: kind.kind,
    kinds: guessKind(kinds, sample.headers),
    guesses,
    mapping,
    mappingProblem: isRefusal(valid) ? (valid as Refusal<MappingRefusal>) : undefined,
    formats: detected.formats.map((format, column) => withAnswer(format, column, options)),
    evidence: detected.evidence,
    questions: answers,
  }
}

const answerTo = ({ column, kind }: FormatQuestion, options: RunOptions): string | undefined => {
  const own = options.formats?.[column]
  return kind === "date-order" ? (own?.dates ?? options.dateOrder) : (own?.decimals ?? options.decimals)
}

/** A column's own answer wins over everything; an answer for the whole file fills only what the file left open. */
const withAnswer = (format: ColumnFormat, column: number, options: RunOptions): ColumnFormat => {
  const own = options.formats?.[column]
  return {
    dates: own?.dates ?? (format.dates === "ambiguous" ? (options.dateOrder ?? format.dates) : format.dates),
    decimals:
      own?.decimals ?? (format.decimals === "ambiguous" ? (options.decimals ?? format.decimals) : format.decimals),
  }
}
