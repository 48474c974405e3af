import type { Id } from "#core/ids"
import type { Gap, WeeklyRow } from "#platform/weekly"
import type { SignalDefinition, SignalSide } from "#rules/metrics"
import { findSignal, inferSignal } from "#rules/metrics"

/** One weekly series as it is stored and sent to a thread: little-endian float32 per week from `firstWeek` on, NaN is missing. */
export type Series = Readonly<{
  partnershipId: Id
  signal: string
  side: SignalSide
  firstWeek: number
  actual: Uint8Array
  expected: Uint8Array | null
  n: Uint8Array | null
}>

/** One weekly series as the engine reads it. */
export type ReadSeries = Readonly<{
  definition: SignalDefinition
  firstWeek: number
  values: Float64Array
  expected?: Float64Array
  sizes?: Float64Array
}>

const bytes = 4

/**
 * Packs what SQL found, up to the last week that was over, with the weeks between filled as the source demands. Where the record
 * itself stops earlier (`until`), the weeks behind are missing, and so is one more at the end: it says that the record is over.
 */
export const seriesOf = (row: WeeklyRow, gap: Gap, lastWeek: number): Series => {
  const firstWeek = row.weeks[0] as number
  const until = row.until ?? lastWeek
  const length = lastWeek - firstWeek + (row.until == null ? 1 : 2)
  const packed = (values: readonly (number | null)[], fill: Gap): Uint8Array => {
    const view = new DataView(new ArrayBuffer(length * bytes))
    for (let i = 0; i < length; i++)
      view.setFloat32(i * bytes, fill === "zero" && firstWeek + i <= until ? 0 : Number.NaN, true)
    values.forEach((value, k) => {
      const from = (row.weeks[k] as number) - firstWeek
      const to = fill === "last" ? (row.weeks[k + 1] ?? lastWeek + 1) - firstWeek : from + 1
      for (let i = from; i < to; i++) view.setFloat32(i * bytes, value ?? Number.NaN, true)
    })
    return new Uint8Array(view.buffer)
  }
  return {
    partnershipId: row.subject,
    signal: row.signal,
    side: row.side,
    firstWeek,
    actual: packed(row.values, gap),
    expected: row.expected ? packed(row.expected, "last") : null,
    n: row.sizes ? packed(row.sizes, "missing") : null,
  }
}

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
    firstWeek: start,
    values,
    ...(series.expected ? { expected: unpacked(series.expected, "last") } : {}),
    ...(series.n ? { sizes: unpacked(series.n, "missing") } : {}),
  }
}

const gapOf = ({ completeByNature, kind }: SignalDefinition): Gap =>
  completeByNature ? (kind === "count" ? "zero" : "last") : "missing"
