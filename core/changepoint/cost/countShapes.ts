import { reusable } from "#core/stats/reusable"
import type { Candidates, Evidence } from "./candidates.ts"
import { rampLengths } from "./onsetShapes.ts"

/** Levels after the change as shares of the level before, for a fall and for a rise. */
const fallsTo = [0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8]
const risesTo = [1.25, 1.5, 2, 3, 5, 8]

/** A ramp is walked in at most this many even treads, so that a long one costs no more than a short one. */
const mostTreads = 8

/** Where the treads of a ramp end, in steps after its start, and for each level the mean log share tread by tread and after them. */
type Stair = Readonly<{ ends: Int32Array; logs: Float64Array }>

const stairOf = (d: number, ratios: readonly number[]): Stair => {
  const treads = Math.min(d, mostTreads)
  const ends = Int32Array.from({ length: treads }, (_, j) => Math.round((d * (j + 1)) / treads))
  const logs = new Float64Array((treads + 1) * ratios.length)
  for (let j = 0; j < treads; j++) {
    const from = j === 0 ? 0 : (ends[j - 1] as number)
    const to = ends[j] as number
    ratios.forEach((ratio, q) => {
      let sum = 0
      for (let step = from + 1; step <= to; step++) sum += Math.log(1 - ((1 - ratio) * step) / d)
      logs[q * (treads + 1) + j] = sum / (to - from)
    })
  }
  ratios.forEach((ratio, q) => {
    logs[q * (treads + 1) + treads] = Math.log(ratio)
  })
  return { ends, logs }
}

const shapesTo = (ratios: readonly number[]) => ({
  lost: Float64Array.from(ratios, (ratio) => 1 - ratio),
  stairs: rampLengths.map((d) => stairOf(d, ratios)),
})
const falls = shapesTo(fallsTo)
const rises = shapesTo(risesTo)

/**
 * The onset question for counts by their own likelihood, where a square root would lose what rare events know: the log evidence
 * of each candidate at each of a short list of levels, against no change. Undefined where nothing was ever counted.
 *
 * Rate at i = L w(i), w = 1 - (1 - q) clip((i - t + 1)/d, 0, 1). For given t, d and q the rate L is integrated over a
 * gamma prior (shape 1/2, the series' mean rate) in closed form, leaving sum y log w - (1/2 + S) log(b + sum w).
 * Over-dispersion f divides counts and exposure. A ramp's log w is taken as even within each of up to eight treads, and shapes
 * that have moved as much in all share the log of their exposure: O(n + candidates x treads x levels) at most. NaN is missing.
 * `exposures`: what was tried in each week as a multiple of the usual, where it was not always the same.
 */
export const fitCountShapes = (
  values: Float64Array,
  direction: -1 | 1,
  dispersion: number,
  { count, starts, ramps }: Candidates,
  exposures?: Float64Array,
): Evidence | undefined => {
  const length = values.length
  const { seen, places, sums } = prepare(values, exposures)
  const observed = seen[length] as number
  const total = sums[length] as number
  if (total === 0) return undefined
  const { lost, stairs } = direction < 0 ? falls : rises
  const levels = lost.length
  const perDispersion = 1 / dispersion
  const shape = 0.5 + total * perDispersion
  const rate = (0.5 * observed) / total
  const flat = shape * Math.log(rate + observed * perDispersion)
  const logBayes = roomForEvidence(count * levels)
  const slots = 2 * Math.ceil(observed) + 1
  const known = roomForKnown(slots).fill(Number.NaN, 0, slots)
  const costs = roomForCosts(slots * levels)

  for (let k = 0; k < count; k++) {
    const start = starts[k] as number
    const ramp = ramps[k] as number
    const d = rampLengths[ramp] as number
    const { ends, logs } = stairs[ramp] as Stair
    const treads = ends.length
    const end = Math.min(start + d, length)
    const past = seen[start] as number
    const rampN = (seen[end] as number) - past
    const rampT = (places[end] as number) - (places[start] as number)
    // Weeks the change has come to, those of the ramp in part: sum w = observed - (1 - q) moved.
    const moved = (rampT - (start - 1) * rampN) / d + observed - (seen[end] as number)
    const slot = Math.round(2 * moved)
    const cost = slot * levels
    if (known[slot] !== moved) {
      known[slot] = moved
      for (let q = 0; q < levels; q++) {
        const exposure = observed - (lost[q] as number) * moved
        costs[cost + q] = shape * Math.log(rate + exposure * perDispersion) - flat
      }
    }
    let from = sums[start] as number
    for (let j = 0; j < treads; j++) {
      const to = sums[Math.min(start + (ends[j] as number), length)] as number
      counted[j] = (to - from) * perDispersion
      from = to
    }
    counted[treads] = (total - from) * perDispersion
    for (let q = 0, at = 0; q < levels; q++) {
      let score = 0
      for (let j = 0; j <= treads; j++) score += (counted[j] as number) * (logs[at++] as number)
      logBayes[k * levels + q] = score - (costs[cost + q] as number)
    }
  }
  return { levels, logBayes }
}

const roomForEvidence = reusable((size) => new Float64Array(size))
const roomForKnown = reusable((size) => new Float64Array(size))
const roomForCosts = reusable((size) => new Float64Array(size))
/** Counts on each tread and after the last. */
const counted = new Float64Array(mostTreads + 1)

/** Prefix sums of the weeks seen, their places, and the counts; kept between calls so that a scan does not allocate. */
const prepare = (values: Float64Array, exposures?: Float64Array) => {
  const size = values.length + 1
  if (kept.seen.length < size) {
    for (const key of ["seen", "places", "sums"] as const) kept[key] = new Float64Array(2 * size)
  }
  const { seen, places, sums } = kept
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    const isSeen = !Number.isNaN(value)
    const exposure = isSeen ? (exposures?.[i] ?? 1) : 0
    seen[i + 1] = (seen[i] as number) + exposure
    places[i + 1] = (places[i] as number) + exposure * i
    sums[i + 1] = (sums[i] as number) + (isSeen ? value : 0)
  }
  return kept
}

const kept = { seen: new Float64Array(1), places: new Float64Array(1), sums: new Float64Array(1) }
