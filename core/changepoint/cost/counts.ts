import { logGamma } from "#core/stats/logGamma"
import { reusable } from "#core/stats/reusable"
import type { SegmentCost } from "./segmentCost.ts"

/** Where a cost's tables lie: weeks seen and counts up to each place, log-gamma by count, log exposure by weeks. */
type Rooms = Readonly<{
  seen: (size: number) => Int32Array
  sums: (size: number) => Float64Array
  gammas: (size: number) => Float64Array
  logs: (size: number) => Float64Array
}>

const whole = (size: number) => new Int32Array(size)
const real = (size: number) => new Float64Array(size)
const ownRooms: Rooms = { seen: whole, sums: real, gammas: real, logs: real }

/** Rooms for who needs one cost at a time: the next cost in them overwrites the last. */
export const sharedRooms: Rooms = {
  seen: reusable(whole),
  sums: reusable(real),
  gammas: reusable(real),
  logs: reusable(real),
}

/** Beyond so many events a table of every possible sum costs more than the sums that are asked for. */
const tabled = 1 << 16

/**
 * Segments with a constant rate of events per step: Poisson counts, the rate integrated over a gamma prior with shape
 * 1/2 and the series' own mean rate, so that scale does not matter and an empty stretch is no surprise by itself.
 *
 * Over-dispersion of factor f is met by the quasi-likelihood: counts and exposure divided by f. The factor terms of
 * single counts do not depend on the segmentation and are left out. Counts are whole numbers, so log-gamma is read
 * from a table where they are few: O(n + min(total, 2^16)) to prepare, O(1) per segment. NaN is missing.
 */
export const countCost = (values: ArrayLike<number>, dispersion = 1, rooms = ownRooms): SegmentCost => {
  const length = values.length
  const seen = rooms.seen(length + 1)
  const sums = rooms.sums(length + 1)
  for (let i = 0; i < length; i++) {
    const value = values[i] as number
    const isSeen = !Number.isNaN(value)
    seen[i + 1] = (seen[i] as number) + (isSeen ? 1 : 0)
    sums[i + 1] = (sums[i] as number) + (isSeen ? Math.max(0, Math.round(value)) : 0)
  }
  const total = sums[length] as number
  const perDispersion = 1 / dispersion
  const shape = 0.5
  const rate = (shape * (seen[length] as number)) / Math.max(total, 1) // prior mean = mean rate
  const constant = shape * Math.log(rate) - logGamma(shape)

  const gammaOf = (s: number): number => constant + logGamma(shape + s * perDispersion)
  const isTabled = total <= tabled
  const gammas = rooms.gammas(isTabled ? total + 1 : 0)
  const logs = rooms.logs(length + 1)
  if (isTabled) for (let s = 0; s <= total; s++) gammas[s] = gammaOf(s)
  for (let n = 0; n <= length; n++) logs[n] = Math.log(rate + n * perDispersion)

  const logEvidence = (start: number, end: number): number => {
    const n = (seen[end] as number) - (seen[start] as number)
    const s = (sums[end] as number) - (sums[start] as number)
    const gamma = isTabled ? (gammas[s] as number) : gammaOf(s)
    return gamma - (shape + s * perDispersion) * (logs[n] as number)
  }
  const logEvidences = (last: number, stride: number, end: number, row: Float64Array): void => {
    const allSeen = seen[end] as number
    const allSums = sums[end] as number
    for (let k = 0, start = 0; k <= last; k++, start += stride) {
      const s = allSums - (sums[start] as number)
      const log = logs[allSeen - (seen[start] as number)] as number
      const gamma = isTabled ? (gammas[s] as number) : gammaOf(s)
      row[k] = gamma - (shape + s * perDispersion) * log
    }
  }
  return { length, logEvidence, logEvidences }
}
