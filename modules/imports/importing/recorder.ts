import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import type { Instant, PlainDate } from "#core/time"
import type { ImportRow, ReasonCode, RunOptions } from "../rules.ts"
import type { Bulk, KnownPartnership } from "../store.ts"
import type { Directory } from "./directory.ts"

/** A checked row that cannot be recorded here and now: which field stands in the way, and why. */
export type RowFault = Readonly<{
  field: string
  reason: ReasonCode
  params?: Readonly<Record<string, unknown>> | undefined
}>

/** What became of a checked row. */
export type RowFate = "recorded" | "known" | "skipped" | RowFault

/** Turns checked rows of one kind into rows of tables. */
export type Recorder = (row: ImportRow) => RowFate

/** What every recorder works with. */
export type Workshop = Readonly<{
  bulk: Bulk
  directory: Directory
  options: RunOptions
  today: PlainDate
  currency: string
  newId: () => Id
  /** The partnership a row is about: known, matched by a person, or made on the spot. */
  partnershipOf(row: ImportRow): KnownPartnership | "skipped" | RowFault
  /** Says that facts of this partnership changed. */
  touch(partnershipId: Id): void
}>

export const faultOf = (field: string, refusal: Refusal): RowFault => ({
  field,
  reason: refusal.refusal as ReasonCode,
  params: refusal.detail,
})

export const isFault = (value: unknown): value is RowFault =>
  typeof value === "object" && value !== null && "reason" in value

/**
 * The moment a fact of a day is recorded for: noon UTC, which is that very day in every time zone between twelve hours west
 * and eleven hours east.
 */
export const momentOf = (value: PlainDate | Instant): Instant =>
  value.length === 10 ? `${value}T12:00:00.000Z` : value

/** "in review" is in_review in the record. */
export const codeOf = (choice: string): string => choice.replaceAll(/[ -]/g, "_")
