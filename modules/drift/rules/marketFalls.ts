import { weekFromNumber } from "#core/time"
import { type MarketFall, nameOfSignal, type WeeklySignal } from "./finding.ts"
import type { Shock } from "./market.ts"
import { isRelative } from "./movement.ts"

/** A fall of the market is told for two years, from weeks enough for a mean, and where it shows beyond the noise of the weeks. */
const toldFor = 104
const leastWeeks = 4
const earlier = 52
const shows = 0.15
const clear = 3

/** What the market took from the signals of a partnership, the clearest first. */
export const marketFallsOf = (
  signals: readonly WeeklySignal[],
  lastWeek: number,
  shocksFor: (key: string) => readonly Shock[],
): readonly MarketFall[] =>
  signals
    .flatMap((signal) => {
      const last = shocksFor(signal.definition.key)
        .filter(({ week }) => week > lastWeek - toldFor)
        .toSorted((a, b) => b.week - a.week)[0]
      return last !== undefined && last.size < 0 ? (fallOf(signal, last.week, lastWeek) ?? []) : []
    })
    .toSorted((a, b) => b.errors - a.errors)
    .map(({ errors: _, ...fall }) => fall)

type Clear = MarketFall & Readonly<{ errors: number }>

const fallOf = (signal: WeeklySignal, week: number, lastWeek: number): Clear | undefined => {
  const { definition, firstWeek, values, expected } = signal
  if (definition.worse !== "lower" || !isRelative(definition.kind)) return undefined
  const since = week - firstWeek
  const end = Math.min(values.length, lastWeek - firstWeek + 1)
  const [before, after] = [meanOf(values, since - earlier, since), meanOf(values, since, end)]
  if (before === undefined || after === undefined || !(before.mean > 0)) return undefined
  const promised = expected && meanOf(expected, since, end)?.mean
  const belowBefore = 1 - after.mean / before.mean
  const belowPromised = promised !== undefined && promised > 0 ? 1 - after.mean / promised : null
  const errors = (before.mean - after.mean) / Math.hypot(before.error, after.error)
  if (belowBefore < shows || !(errors > clear)) return undefined
  return {
    errors,
    ...nameOfSignal(signal),
    since: weekFromNumber(week),
    belowBefore,
    belowPromised: belowPromised !== null && belowPromised >= shows ? belowPromised : null,
  }
}

const meanOf = (values: Float64Array, from: number, to: number) => {
  const known = values.subarray(Math.max(0, from), Math.max(0, to)).filter((value) => !Number.isNaN(value))
  if (known.length < leastWeeks) return undefined
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1)
  return { mean, error: Math.sqrt(variance / known.length) }
}
