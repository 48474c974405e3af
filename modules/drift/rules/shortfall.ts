import type { SignalDefinition } from "#rules/metrics"

/** A promise that was never met: from which index on, how surely, what was promised and what came. */
export type Shortfall = Readonly<{
  index: number
  logBayes: number
  promised: number
  level: number
  isNothing: boolean
}>

/** Weeks of a fresh promise that are looked at, weeks needed to judge, and the share of it that is too little. */
const opening = 26
const judgeAfter = 12
export const tooLittle = 0.7
const nothing = 0.1

/**
 * Was a signal below its promise from the first weeks on? There is then no earlier level to fall from.
 *
 * The ratio of actual to promised is tested against the tolerated share over the first half year, and must still be short
 * over everything since. An activity that stays at zero for half a year is a shortfall even where no number was promised.
 */
export const shortfallOf = (
  definition: SignalDefinition,
  values: Float64Array,
  expected: Float64Array | undefined,
): Shortfall | undefined => {
  if (definition.worse !== "lower" || definition.kind === "latency") return undefined
  if (expected === undefined) return nothingAtAll(definition, values)
  const index = values.findIndex((value, i) => !Number.isNaN(value) && (expected[i] as number) > 0)
  if (index < 0) return undefined
  const first = ratios(values, expected, index, index + opening)
  const all = ratios(values, expected, index, values.length)
  if (first.count < judgeAfter || first.share >= tooLittle || all.share >= tooLittle) return undefined
  const sd = Math.max(first.deviation, 0.15)
  const z = (tooLittle - first.share) / (sd / Math.sqrt(first.count))
  const logBayes = (z * z) / 2 - 0.5 * Math.log(first.count + 1)
  const { promised, actual: level } = all
  return logBayes > 3 ? { index, logBayes, promised, level, isNothing: all.share <= nothing } : undefined
}

const activities = new Set(["pipeline", "commercial", "engagement", "technical", "enablement"])

const nothingAtAll = ({ dimension, kind }: SignalDefinition, values: Float64Array): Shortfall | undefined => {
  if (!activities.has(dimension) || kind === "proportion") return undefined
  const index = values.findIndex((value) => !Number.isNaN(value))
  let count = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    if (value !== 0) return undefined
    count++
  }
  return count >= opening ? { index, logBayes: 4, promised: Number.NaN, level: 0, isNothing: true } : undefined
}

const ratios = (values: Float64Array, expected: Float64Array, from: number, to: number) => {
  let count = 0
  let actual = 0
  let promised = 0
  let squares = 0
  for (let i = from; i < Math.min(to, values.length); i++) {
    const value = values[i] as number
    const promise = expected[i] as number
    if (Number.isNaN(value) || !(promise > 0)) continue
    count++
    actual += value
    promised += promise
    squares += (value / promise) ** 2
  }
  const share = promised > 0 ? actual / promised : Number.NaN
  const deviation = Math.sqrt(Math.max(0, squares / count - share * share))
  return { count, share, deviation, actual: actual / count, promised: promised / count }
}
