import type { Stabilised } from "#core/stats/stabilise"
import type { Regime } from "./episodes.ts"
import { type OnsetEvidence, residualsOf } from "./onset.ts"
import { meanOf } from "./regimes.ts"

/** What each change costs of the evidence for it: half a log n for its level, one for its place. */
const perChange = 1.5

/** Correlation from week to week of a mood that is forgotten within a quarter. */
const longestMemory = 0.7

/**
 * The most that a fall from a better time can say: the whole record told as the levels `before` and that fall, against one level
 * with noise that wanders. Who looks only from the best stretch on takes every mood for a fall. Undefined where nothing
 * went before.
 */
export const mostOfStory = (
  { values, noiseFloor }: Stabilised,
  before: readonly Regime[],
  { start, ramp }: OnsetEvidence,
): number | undefined => {
  const from = before.at(-1)?.end
  if (from === undefined) return undefined
  const left = values.slice()
  for (const { start, end } of before) {
    const level = meanOf(values, start, end) ?? 0
    for (let i = start; i < end; i++) left[i] = (left[i] as number) - level
  }
  left.set(residualsOf(values.subarray(from), start, ramp), from)
  const gain =
    logLikelihood(left, 0, noiseFloor ** 2) -
    logLikelihood(values, meanOf(values, 0, values.length) ?? 0, noiseFloor ** 2)
  return gain - perChange * (before.length + 1) * Math.log(values.length)
}

/**
 * The most that a time which is over can say: the level before it, its own and the one after it, against one level with noise that
 * wanders. A stock of a few large things stays up or down for a while by itself.
 */
export const mostOfPassed = ({ values, noiseFloor }: Stabilised, [before, during, after]: Passed): number => {
  const all = values.subarray(before.start, after.end)
  const left = all.slice()
  for (const { start, end } of [before, during, after]) {
    const level = meanOf(values, start, end) ?? 0
    for (let i = start; i < end; i++) left[i - before.start] = (values[i] as number) - level
  }
  const gain =
    logLikelihood(left, 0, noiseFloor ** 2) - logLikelihood(all, meanOf(all, 0, all.length) ?? 0, noiseFloor ** 2)
  return gain - perChange * 2 * Math.log(all.length)
}

/** Three stretches that follow on each other. */
type Stretch = Pick<Regime, "start" | "end">
type Passed = readonly [before: Stretch, during: Stretch, after: Stretch]

/**
 * Log likelihood of values around a level up to a constant, averaged over normal noise without memory and of first order (AR(1)),
 * whose correlation is fitted and paid for with half a log n (Schwarz 1978). Linear time. NaN is missing.
 */
const logLikelihood = (values: Float64Array, level: number, leastVariance: number): number => {
  let count = 0
  let pairs = 0
  let squares = 0
  let products = 0
  let last = Number.NaN
  for (let i = 0; i < values.length; i++) {
    const now = (values[i] as number) - level
    if (!Number.isNaN(now)) {
      count++
      squares += now * now
      if (!Number.isNaN(last)) {
        pairs++
        products += now * last
      }
    }
    last = now
  }
  const variance = Math.max(squares / count, leastVariance, Number.MIN_VALUE)
  const seen = pairs === 0 ? 0 : Math.max(0, products / pairs / variance)
  const memory = Math.min(longestMemory, seen)
  const remembering = (-pairs / 2) * Math.log1p(memory * (memory - 2 * Math.min(seen, 1))) - Math.log(count) / 2
  return (-count / 2) * Math.log(variance) + Math.log1p(Math.exp(remembering))
}
