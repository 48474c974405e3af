import { type Detection, detectOnset } from "#core/changepoint/detect"
import { meanOf } from "#core/changepoint/verdict/regimes"
import { inOrdinaryWeeks } from "./calendar.ts"
import type { WeeklySignal } from "./finding.ts"
import { type Shock, withoutMarket } from "./market.ts"
import { type Shortfall, shortfallOf } from "./shortfall.ts"

/** What became of one signal up to a week: the detector's answer, set against the promise. */
export type Change = Readonly<{
  signal: WeeklySignal
  /** Weeks with a value. */
  observed: number
  /** Log evidence that it is below (or above) its normal level, or below the promise from the start. */
  logBayes: number
  detection: Detection | undefined
  /** P(onset in week firstWeek + i), reporting lag taken out. */
  onset: Float64Array
  /** The same where enough observations speak of it: what the evidence rests on. */
  proven: Float64Array
  /** Number of weeks in which the onset was looked for. */
  places: number
  before: number | undefined
  after: number | undefined
  shortfall: Shortfall | undefined
}>

/** Weeks after which a movement of the market no longer excuses who has all but gone, and the share of the old level that is left then. */
const marketMemory = 208
const allButGone = 0.1

/** Weeks at both ends of a window in which the detector looks for no onset. */
const leastAround = 10

/** Log evidence of a later fall that outweighs having been below the promise all along. */
const clearFall = 5

/**
 * Reads one signal as known when `lastWeek` was over, less the movements of the market. Undefined when it has too little
 * data to be scored.
 */
export const changeOf = (signal: WeeklySignal, lastWeek: number, shocks: readonly Shock[]): Change | undefined => {
  const values = signal.values.subarray(0, Math.max(0, lastWeek - signal.firstWeek + 1))
  let observed = 0
  for (const value of values) if (!Number.isNaN(value)) observed++
  const { definition, expected, sizes } = signal
  const shortfall = shortfallOf(definition, values, expected)
  if (shortfall === undefined && observed < definition.minimumWeeks) return undefined
  const detect = (all: Float64Array) => {
    const ordinary = inOrdinaryWeeks(definition, signal.firstWeek, all.subarray(0, values.length))
    return detectOnset(ordinary, { kind: definition.kind, worse: definition.worse, ...(sizes ? { sizes } : {}) })
  }
  // Who merely stood still in a growing market has not let go: a fall must show as it came, too.
  const asItCame = detect(signal.values)
  const counting = isAllButGone(asItCame) ? shocks.filter(({ week }) => week > lastWeek - marketMemory) : shocks
  const withoutIt = withoutMarket(signal, counting)
  const detection = withoutIt === signal.values ? asItCame : detect(withoutIt)
  const said = Math.min(detection?.logBayes ?? 0, asItCame?.logBayes ?? 0)
  const fellLater = said > clearFall && !shortfall?.isNothing
  if (shortfall !== undefined && !fellLater) {
    const onset = new Float64Array(values.length)
    onset[shortfall.index] = 1
    const { logBayes, promised: before, level: after } = shortfall
    return {
      signal,
      observed,
      logBayes,
      detection,
      onset,
      proven: onset,
      places: values.length,
      before,
      after,
      shortfall,
    }
  }
  if (detection === undefined) return undefined
  const onsetAt = detection.onset?.index ?? values.length
  const before = meanOf(values, detection.normalFrom, onsetAt)
  const after = meanOf(values, detection.recentFrom, values.length)
  const kept = keepsPromise(signal, values, after)
  const logBayes = kept ? Math.min(said, Math.log(0.2)) : said
  const onset = withoutLag(detection.posterior, definition.lagWeeks)
  const isSame = detection.proven === detection.posterior
  const proven = isSame ? onset : withoutLag(detection.proven, definition.lagWeeks)
  const places = Math.max(1, values.length - detection.normalFrom - leastAround)
  return { signal, observed, logBayes, detection, onset, proven, places, before, after, shortfall: undefined }
}

/** Is next to nothing left of what was normal? A series of small movements of the market explains no such thing years later. */
const isAllButGone = (asItCame: Detection | undefined): boolean => {
  const { before, after } = asItCame ?? {}
  return before !== undefined && after !== undefined && after >= 0 && after <= allButGone * before
}

/** A fall that still leaves the promised level standing is no drift. */
const keepsPromise = (
  { definition, expected }: WeeklySignal,
  values: Float64Array,
  after: number | undefined,
): boolean => {
  if (expected === undefined || after === undefined) return false
  const promised = meanOf(expected, values.length - 26, values.length)
  if (promised === undefined || promised <= 0) return false
  return definition.worse === "lower" ? after >= promised : after <= promised
}

/** The act lies `lag` weeks before its trace. */
const withoutLag = (posterior: Float64Array, lag: number): Float64Array => {
  if (lag === 0) return posterior
  const moved = new Float64Array(posterior.length)
  for (let i = 0; i < posterior.length; i++) {
    const at = Math.max(0, i - lag)
    moved[at] = (moved[at] as number) + (posterior[i] as number)
  }
  return moved
}
