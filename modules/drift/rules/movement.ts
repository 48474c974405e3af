import { robustDeviation } from "#core/stats/median"
import { type Kind, stabilise } from "#core/stats/stabilise"
import type { WeeklySignal } from "./finding.ts"

/** Weeks before and after that are compared, and values needed on each side. */
export const span = 26
const leastSeen = 6

/** Is a change of this kind told as a ratio (in logs), or as a difference? */
export const isRelative = (kind: Kind): boolean => kind === "count" || kind === "amount" || kind === "latency"

/** How a signal moved around every week: log ratio or difference, and the same in the signal's own usual movements. */
export type Movement = Readonly<{ firstWeek: number; sizes: Float64Array; strengths: Float64Array; usual: number }>

/** No signal is so even that less than this is a movement. */
const leastUsual = 0.02

/**
 * The mean over the 26 weeks from each week on against the 26 before; NaN with fewer than 6 values on a side. Where there are fewer
 * than 26, near both ends, a movement is worth less: its strength is divided by how much more it varies. Linear time.
 */
export const movementOf = (signal: WeeklySignal, lastWeek: number): Movement => {
  const { sizes, unrest } = sizesOf(signal, lastWeek)
  const usual = Math.max(robustDeviation(sizes.map((size, i) => size / (unrest[i] as number))) ?? 0, leastUsual)
  return {
    firstWeek: signal.firstWeek,
    sizes,
    usual,
    strengths: sizes.map((size, i) => size / (usual * (unrest[i] as number))),
  }
}

const sizesOf = ({ values, definition, sizes, firstWeek }: WeeklySignal, lastWeek: number) => {
  const { kind } = definition
  const length = Math.min(values.length, Math.max(0, lastWeek - firstWeek + 1))
  const scaled = kind === "proportion" ? stabilise(values, kind, sizes).values : values
  const sums = new Float64Array(length + 1)
  const counts = new Float64Array(length + 1)
  for (let i = 0; i < length; i++) {
    const missing = Number.isNaN(scaled[i])
    sums[i + 1] = (sums[i] as number) + (missing ? 0 : (scaled[i] as number))
    counts[i + 1] = (counts[i] as number) + (missing ? 0 : 1)
  }
  const pad = 0.1 * Math.abs((sums[length] as number) / Math.max(1, counts[length] as number)) + 1e-9
  const unrest = new Float64Array(length).fill(1)
  const found = new Float64Array(length).map((_, i) => {
    const low = Math.max(0, i - span)
    const high = Math.min(length, i + span)
    const past = (counts[i] as number) - (counts[low] as number)
    const next = (counts[high] as number) - (counts[i] as number)
    if (past < leastSeen || next < leastSeen) return Number.NaN
    unrest[i] = Math.sqrt((span / past + span / next) / 2)
    const before = ((sums[i] as number) - (sums[low] as number)) / past
    const after = ((sums[high] as number) - (sums[i] as number)) / next
    return isRelative(kind) ? Math.log((Math.max(0, after) + pad) / (Math.max(0, before) + pad)) : after - before
  })
  return { sizes: found, unrest }
}
