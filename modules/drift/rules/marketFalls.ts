import { weekFromNumber } from "#core/time"
import { type MarketFall, nameOfSignal, type WeeklySignal } from "./finding.ts"
import type { Shock } from "./market.ts"
import { isRelative } from "./movement.ts"

/** A fall of the market is told for two years, from weeks enough for a mean, and where it shows. */
const toldFor = 104
const leastWeeks = 4
const earlier = 52
const shows = 0.15

/** What the market took from the signals of a partnership, the largest first. */
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
    .toSorted((a, b) => b.belowBefore - a.belowBefore)

const fallOf = (signal: WeeklySignal, week: number, lastWeek: number): MarketFall | undefined => {
  const { definition, firstWeek, values, expected } = signal
  if (definition.worse !== "lower" || !isRelative(definition.kind)) return undefined
  const since = week - firstWeek
  const end = Math.min(values.length, lastWeek - firstWeek + 1)
  const before = meanOf(values, Math.max(0, since - earlier), since)
  const after = meanOf(values, since, end)
  if (before === undefined || after === undefined || !(before > 0)) return undefined
  const promised = expected && meanOf(expected, since, end)
  const belowBefore = 1 - after / before
  const belowPromised = promised !== undefined && promised > 0 ? 1 - after / promised : null
  if (belowBefore < shows) return undefined
  return {
    ...nameOfSignal(signal),
    since: weekFromNumber(week),
    belowBefore,
    belowPromised: belowPromised !== null && belowPromised >= shows ? belowPromised : null,
  }
}

const meanOf = (values: Float64Array, from: number, to: number): number | undefined => {
  const known = values.subarray(Math.max(0, from), Math.max(0, to)).filter((value) => !Number.isNaN(value))
  return known.length < leastWeeks ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length
}
