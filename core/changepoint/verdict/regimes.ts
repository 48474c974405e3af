import { countCost, sharedRooms } from "#core/changepoint/cost/counts"
import { gaussianCost } from "#core/changepoint/cost/gaussian"
import { bestPath } from "#core/changepoint/search/bestPath"
import { refine } from "#core/changepoint/search/refine"
import { thinned } from "#core/changepoint/search/thinned"
import { robustDeviation } from "#core/stats/median"
import type { Kind, Stabilised } from "#core/stats/stabilise"
import type { Regime } from "./episodes.ts"

/** Least share of the total sd that is noise: what keeps a real series from being cut to pieces. */
const noiseShare = 0.4
const shortestRegime = 4
const expectedChanges = 0.5

/** Changes are searched at about this many places and then moved to their best one: time falls with the square. */
const places = 52

/**
 * Cuts a series into stretches of even level: the single most probable segmentation.
 *
 * Counts by their own likelihood, divided by their dispersion; everything else as normal on
 * the stabilised scale, noise from the differences of neighbours. Levels are means of the values as they came. O(n^2 / step^2),
 * the step at most a month.
 */
export const regimesOf = (
  values: Float64Array,
  stabilised: Stabilised,
  kind: Kind,
  dispersion: number,
): readonly Regime[] => {
  const { length } = values
  const cost = kind === "count" ? countCost(values, dispersion, sharedRooms) : normalCost(stabilised)
  const step = Math.min(shortestRegime, Math.ceil(length / places))
  const coarse = bestPath(
    thinned(cost, step),
    Math.log((expectedChanges * step) / length),
    Math.ceil(shortestRegime / step),
  )
  const found = coarse.points.map((at) => at * step)
  const cuts = [0, ...refine(cost, found, step, shortestRegime, Math.log(expectedChanges / length)), length]
  const regimes: Regime[] = []
  for (let k = 0; k + 1 < cuts.length; k++) {
    const start = cuts[k] as number
    const end = cuts[k + 1] as number
    const level = meanOf(values, start, end)
    if (level !== undefined) regimes.push({ start, end, level })
  }
  return regimes
}

/** Mean of the values present in [start, end); undefined when none is. */
export const meanOf = (values: Float64Array, start: number, end: number): number | undefined => {
  let sum = 0
  let count = 0
  for (let i = Math.max(0, start); i < Math.min(end, values.length); i++) {
    if (Number.isNaN(values[i])) continue
    sum += values[i] as number
    count++
  }
  return count === 0 ? undefined : sum / count
}

const normalCost = ({ values, noiseFloor }: Stabilised) => {
  const centre = meanOf(values, 0, values.length) ?? 0
  const squares = values.map((value) => (value - centre) ** 2)
  const deviation = Math.sqrt(meanOf(squares, 0, squares.length) ?? 0)
  const steps = values.slice(1).map((value, i) => (value - (values[i] as number)) / Math.SQRT2)
  const noise = Math.max(noiseFloor, noiseShare * deviation, robustDeviation(steps) ?? 0, 1e-12)
  return gaussianCost(values, { noise, centre, spread: 1.5 * Math.max(deviation, noise), linear: false })
}
