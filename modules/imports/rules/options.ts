import type { Answers } from "#core/importable/remark"
import type { PartnerOptions } from "#rules/partnerships"
import type { DateFormat, DecimalFormat } from "./formats.ts"

/** What a person decided about one file; everything left out is found out from the file. */
export type RunOptions = PartnerOptions &
  Readonly<{
    kind?: string
    sheet?: string
    encoding?: string
    delimiter?: string
    /** One field key per column, null for a column that is not read. */
    mapping?: readonly (string | null)[]
    /** Answers for columns that could be read in two ways, by column number. */
    formats?: Readonly<Record<string, { dates?: DateFormat; decimals?: DecimalFormat }>>
    /** Answers for the whole file; a column's own answer wins. */
    dateOrder?: "dmy" | "mdy" | "ymd"
    decimals?: "point" | "comma"
    /** The currency of amounts that name none. */
    currency?: string
    /** What was chosen about what the check told, by `remarkKey`. */
    answers?: Answers
  }>
