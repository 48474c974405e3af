import type { ReasonCode } from "./reasons.ts"

/** A cell with the line of the file it stands in. */
export type SampleCell = Readonly<{ line: number; text: string }>

/** The cell that decided, the code of the sentence that says so, and what the cell means. */
export type Evidence = Readonly<{ line: number; text: string; reason: EvidenceReason; meaning?: string }>
export type EvidenceReason = Extract<
  ReasonCode,
  "only-day-first" | "only-month-first" | "only-year-first" | "day-number" | "only-decimal-point" | "only-decimal-comma"
>

/** What the person must answer before the file is read. Choices carry what each would make of the first example. */
export type FormatQuestion = Readonly<{
  column: number
  kind: "date-order" | "decimals"
  choices: readonly Readonly<{ format: string; means: string }>[]
  examples: readonly string[]
  /** What another column of the same file was found to use. */
  suggested?: string
}>

/** What one column showed: its format, the cells that decided it, and a question when they left it open. */
export type Detection<F extends string> = Readonly<{
  format: F | "ambiguous"
  evidence: readonly Evidence[]
  question?: Omit<FormatQuestion, "column" | "suggested">
}>
