import { logSumExp } from "#core/stats/logSumExp"
import { rampLengths, rampStrides } from "./onsetShapes.ts"

/** Levels after the change as shares of the level before, for a fall and for a rise. */
const fallsTo = [0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8]
const risesTo = [1.25, 1.5, 2, 3, 5, 8]

/** Log evidence of what is possible but was not worth asking. */
const nothing = -700

/** A ramp is walked in at most this many even treads, so that a long one costs no more than a short one. */
const mostTreads = 8

/** Where the treads of a ramp end, in steps after its start, and at each tread, level by level, the mean log share. */
type Stair = Readonly<{ ends: Int32Array; logs: Float64Array }>

const stairOf = (d: number, ratios: readonly number[]): Stair => {
  const treads = Math.min(d, mostTreads)
  const ends = Int32Array.from({ length: treads }, (_, j) => Math.round((d * (j + 1)) / treads))
  const logs = new Float64Array(treads * ratios.length)
  for (let j = 0; j < treads; j++) {
    const from = j === 0 ? 0 : (ends[j - 1] as number)
    const to = ends[j] as number
    ratios.forEach((ratio, q) => {
      let sum = 0
      for (let step = from + 1; step <= to; step++) sum += Math.log(1 - ((1 - ratio) * step) / d)
      logs[j * ratios.length + q] = sum / (to - from)
    })
  }
  return { ends, logs }
}

const shapesTo = (ratios: readonly number[]) => ({
  ratios,
  logRatios: Float64Array.from(ratios, Math.log),
  stairs: rampLengths.map((d) => stairOf(d, ratios)),
})
const falls = shapesTo(fallsTo)
const rises = shapesTo(risesTo)

/**
 * The onset question for counts by their own likelihood, where a square root would lose what rare events know. Writes the
 * log evidence of each onset and ramp against no change over `logBayes`, index r * length + t, where that is at least
 * `least` already; what lies below stays as good as impossible.
 *
 * Rate at i = L w(i), w = 1 - (1 - q) clip((i - t + 1)/d, 0, 1). For given t, d and q the rate L is integrated over a
 * gamma prior (shape 1/2, the series' mean rate) in closed form, leaving
 * sum y log w - (1/2 + S) log(b + sum w); q is averaged over a short list. Over-dispersion f divides counts
 * and exposure. A ramp's log w is taken as even within each of up to eight treads: O(n x ramps x treads x levels)
 * at most. NaN is missing.
 */
export const fitCountShapes = (
  values: Float64Array,
  direction: -1 | 1,
  dispersion: number,
  logBayes: Float64Array,
  least: number,
): void => {
  const length = values.length
  const { seen, places, sums } = prepare(values)
  const observed = seen[length] as number
  const total = sums[length] as number
  if (total === 0) return
  const { ratios, logRatios, stairs } = direction < 0 ? falls : rises
  const levels = ratios.length
  const shape = 0.5 + total / dispersion
  const rate = (0.5 * observed) / total
  const flat = -shape * Math.log(rate + observed / dispersion)
  const logLevels = Math.log(levels)
  const terms = new Float64Array(levels)

  for (let r = 0; r < rampLengths.length; r++) {
    const d = rampLengths[r] as number
    const { ends, logs } = stairs[r] as Stair
    const stride = rampStrides[r] as number
    for (let start = 1; start < length; start += stride) {
      const index = r * length + start
      const guess = logBayes[index] as number
      if (guess < least) {
        if (guess !== Number.NEGATIVE_INFINITY) logBayes[index] = nothing
        continue
      }
      const past = seen[start] as number
      const end = Math.min(start + d, length)
      const rampN = (seen[end] as number) - past
      const rampT = (places[end] as number) - (places[start] as number)
      // Weeks the change has come to, those of the ramp in part: sum w = observed - (1 - q) moved.
      const moved = (rampT - (start - 1) * rampN) / d + observed - (seen[end] as number)
      const rest = total - (sums[end] as number)
      for (let q = 0; q < levels; q++) terms[q] = rest * (logRatios[q] as number)
      let from = sums[start] as number
      for (let j = 0; j < ends.length; j++) {
        const to = sums[Math.min(start + (ends[j] as number), length)] as number
        const sum = to - from
        from = to
        if (sum === 0) continue // neither a missing value nor none adds to the score
        for (let q = 0; q < levels; q++) terms[q] = (terms[q] as number) + sum * (logs[j * levels + q] as number)
      }
      for (let q = 0; q < levels; q++) {
        const exposure = observed - (1 - (ratios[q] as number)) * moved
        terms[q] = (terms[q] as number) / dispersion - shape * Math.log(rate + exposure / dispersion) - flat
      }
      logBayes[index] = logSumExp(terms) - logLevels
    }
  }
}

/** Prefix sums of the weeks seen, their places, and the counts; kept between calls so that a scan does not allocate. */
const prepare = (values: Float64Array) => {
  const size = values.length + 1
  if (kept.seen.length < size) {
    for (const key of ["seen", "places", "sums"] as const) kept[key] = new Float64Array(2 * size)
  }
  const { seen, places, sums } = kept
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    const isSeen = !Number.isNaN(value)
    seen[i + 1] = (seen[i] as number) + (isSeen ? 1 : 0)
    places[i + 1] = (places[i] as number) + (isSeen ? i : 0)
    sums[i + 1] = (sums[i] as number) + (isSeen ? value : 0)
  }
  return kept
}

const kept = { seen: new Float64Array(1), places: new Float64Array(1), sums: new Float64Array(1) }
