import type { Id } from "#core/ids"
import type { Counted } from "#rules/measurements"
import type { SignalDefinition, SignalSide } from "#rules/metrics"
import { findSignal, inferSignal } from "#rules/metrics"

/** One weekly series as it is stored and sent to a thread: little-endian float32 per week from `firstWeek` on, NaN is missing. */
export type Series = Readonly<{
  partnershipId: string
  signal: string
  /** Whose it is; null is all parties' together. */
  partyId: Id | null
  side: SignalSide
  firstWeek: number
  actual: Uint8Array
  expected: Uint8Array | null
  n: Uint8Array | null
}> &
  Partial<Twice>

/** Of a signal that is told twice: which record these weeks are from, and the first and last week of the other, which counts for nothing. */
export type Twice = Readonly<{ counted: Counted | null; leftFrom: number | null; leftUntil: number | null }>

/** One weekly series as the engine reads it. */
export type ReadSeries = Readonly<{
  definition: SignalDefinition
  /** Whose it is, where that is known by name. */
  partyId: Id | null
  firstWeek: number
  values: Float64Array
  expected?: Float64Array
  sizes?: Float64Array
}>

/** Bytes of one week, and what stands where nothing was recorded. */
export const bytes = 4
type Gap = "missing" | "zero" | "last"

/**
 * Unpacks a series up to `lastWeek`. Weeks that ended after it was built brought no new fact (else it would have been built
 * anew): zero where the source sees every act, the standing level where it has one, missing elsewhere.
 */
export const readSeries = (series: Series, lastWeek: number, fromWeek = Number.NEGATIVE_INFINITY): ReadSeries => {
  const start = Math.max(series.firstWeek, fromWeek)
  const skipped = start - series.firstWeek
  const length = Math.max(0, lastWeek - start + 1)
  const unpacked = (packed: Uint8Array, fill: Gap): Float64Array => {
    const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
    const stored = packed.byteLength / bytes
    const last = stored > 0 ? view.getFloat32((stored - 1) * bytes, true) : Number.NaN
    const isOver = Number.isNaN(last)
    const beyond = fill === "zero" && !isOver ? 0 : fill === "last" ? last : Number.NaN
    const values = new Float64Array(length).fill(beyond)
    for (let i = 0, at = skipped; i < length && at < stored; i++, at++) values[i] = view.getFloat32(at * bytes, true)
    return values
  }
  const known = findSignal(series.signal)
  const values = unpacked(series.actual, known ? gapOf(known) : "missing")
  const definition = known ?? inferSignal(series.signal, values, series.side)
  return {
    definition: definition.side === series.side ? definition : { ...definition, side: series.side },
    partyId: series.partyId,
    firstWeek: start,
    values,
    ...(series.expected ? { expected: unpacked(series.expected, "last") } : {}),
    ...(series.n ? { sizes: unpacked(series.n, "missing") } : {}),
  }
}

const gapOf = ({ completeByNature, kind }: SignalDefinition): Gap =>
  completeByNature ? (kind === "count" ? "zero" : "last") : "missing"

/** A packed series as it travels to a page and back: a number per week, null where nothing was observed. Exact. */
export const weeksOf = (packed: Uint8Array): (number | null)[] => {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  return Array.from({ length: packed.byteLength / bytes }, (_, i) => {
    const value = view.getFloat32(i * bytes, true)
    return Number.isNaN(value) ? null : value
  })
}

export const packWeeks = (weeks: readonly (number | null)[]): Uint8Array => {
  const view = new DataView(new ArrayBuffer(weeks.length * bytes))
  weeks.forEach((value, i) => {
    view.setFloat32(i * bytes, value ?? Number.NaN, true)
  })
  return new Uint8Array(view.buffer)
}
