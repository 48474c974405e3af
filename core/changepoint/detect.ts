import { strongestStep } from "#core/changepoint/cost/countScreen"
import { deepestSpell } from "#core/changepoint/cost/deepestSpell"
import { dispersionOf } from "#core/stats/dispersion"
import { failuresOf, partOf } from "#core/stats/failures"
import { type Kind, type Stabilised, stabilise } from "#core/stats/stabilise"
import { withoutSpikes } from "#core/stats/withoutSpikes"
import type { Band } from "./verdict/band.ts"
import { countOnsetOf } from "./verdict/countOnset.ts"
import { mostCredible } from "./verdict/credible.ts"
import { type Episode, type EpisodeRules, episodeRules, episodesOf, isWorse, type Regime } from "./verdict/episodes.ts"
import { failureOnsetOf } from "./verdict/failureOnset.ts"
import { mostPossible, type OnsetEvidence, onsetOf } from "./verdict/onset.ts"
import { meanOf, regimesOf } from "./verdict/regimes.ts"
import { seasonalAlternative } from "./verdict/seasonal.ts"
import { mostOfPassed, mostOfStory } from "./verdict/wandering.ts"

/** What the numbers are, which way is worse, and how sure to be. */
export type DetectOptions = Readonly<{
  kind: Kind
  worse: "lower" | "higher"
  /** Observations behind each proportion, where known. */
  sizes?: ArrayLike<number>
  /** Probability of a change before looking. */
  prior?: number
}>

/** A past or present time below normal. `end` is undefined while it lasts. */
export type DetectedEpisode = Readonly<{
  onset: Band
  end: number | undefined
  outcome: Episode["outcome"]
  logBayes: number
}>

/** Whether a series has left its normal level for the worse and not come back, and everything known about when. */
export type Detection = Readonly<{
  /** P(it is away from normal now). */
  probability: number
  /** Log evidence for that against none. */
  logBayes: number
  /** Onset of the change that lasts, as indices into the series; undefined when there is no evidence at all. */
  onset: Band | undefined
  /** P(the change began at i | there was one); same length as the series. */
  posterior: Float64Array
  /** The same over the places that enough observations speak of: where the evidence lies. */
  proven: Float64Array
  /** Mean before the onset and lately, and the indices from which both are taken. */
  before: number | undefined
  after: number | undefined
  normalFrom: number
  recentFrom: number
  /** All episodes, dated; worked out only when asked, because most questions are about the present. */
  episodes: () => readonly DetectedEpisode[]
}>

/** Evidence of a series in which not even the best onset explains more than chance; measured on stationary noise. */
const quietLogBayes = Math.log(0.2)
/** A series whose best single onset speaks less than three to one is not looked at further. */
const worthwhile = Math.log(3)
/** A count whose best step is below the first is quiet, above the second it is not; between them the screen decides. */
const weakStep = 4
const strongStep = 6
const recent = 26

/**
 * When did a weekly series begin to go wrong, how sure are we, and is it still wrong?
 *
 * A cheap screen first: the best of all onsets bounds the evidence from above, so a quiet series costs O(n). Otherwise
 * the series is cut into regimes, the regimes are read as episodes, and the onset of each episode is dated on the window
 * from the last normal regime to the episode's end. Undefined when there are fewer than ten observations.
 */
export const detectOnset = (values: Float64Array, options: DetectOptions): Detection | undefined => {
  const { kind, sizes, prior = 0.1 } = options
  if (presentIn(values) < 10) return undefined
  const dispersion = kind === "count" ? dispersionOf(values) : 1
  const steps = kind === "count" ? strongestStep(values, dispersion, 6, 4, strongStep) : weakStep
  const onScale = (): Stabilised => {
    const scaled = stabilise(values, kind, sizes)
    return kind === "count" ? scaled : { ...scaled, values: withoutSpikes(scaled.values) }
  }
  if (steps < weakStep)
    return { ...quiet(values, prior), episodes: () => passedUnseen(values, options, dispersion, onScale()) }
  const stabilised = onScale()
  if (steps <= strongStep && mostPossible(stabilised.values, stabilised.noiseFloor) < worthwhile)
    return { ...quiet(values, prior), episodes: () => passedUnseen(values, options, dispersion, stabilised) }

  const { regimes, rules, normal, dateWindow, episodes } = readingOf(values, options, dispersion, stabilised)
  const from = (regimes[normal] as Regime).start
  const asked = (start: number): OnsetEvidence | undefined => {
    const evidence = dateWindow(start, values.length)
    return evidence && { ...evidence, logBayes: discountedEvidence(evidence, stabilised.values, start, kind) }
  }
  const answer = (now: OnsetEvidence, start: number): Detection => ({
    ...verdict(values, now, start, rules, prior),
    episodes,
  })
  const lately = asked(from)
  if (lately === undefined) return { ...quiet(values, prior), episodes }
  const most = mostOfStory(stabilised, regimes.slice(0, normal), lately)
  if (most === undefined || most >= lately.logBayes) return answer(lately, from)
  // The better time before it was a mood: then the fall is asked of the whole record, too.
  const throughout = asked(0)
  const capped = { ...lately, logBayes: Math.max(most, quietLogBayes) }
  return throughout && throughout.logBayes > capped.logBayes ? answer(throughout, 0) : answer(capped, from)
}

/** The series cut into regimes and read as a story, whose episodes are dated when asked. */
const readingOf = (values: Float64Array, options: DetectOptions, dispersion: number, stabilised: Stabilised) => {
  const { kind, worse, sizes } = options
  const direction = worse === "lower" ? -1 : 1
  const ask = { direction, noiseFloor: stabilised.noiseFloor } as const
  const regimes = regimesOf(values, stabilised, kind, dispersion)
  const isShare = kind === "proportion"
  const rules: EpisodeRules = { ...episodeRules, worse: direction, isShare, leastChange: isShare ? 0.1 : 0.2 }
  const { episodes, normal } = episodesOf(regimes, rules)
  const failures = kind === "proportion" && sizes ? failuresOf(values, sizes, worse) : undefined
  const dateWindow = (start: number, end: number): OnsetEvidence | undefined => {
    const window = stabilised.values.subarray(start, end)
    if (failures) return failureOnsetOf(partOf(failures, start, end), window, ask)
    return kind === "count" ? countOnsetOf(values.subarray(start, end), window, dispersion, ask) : onsetOf(window, ask)
  }
  /** The levels before, in and after a time that is over bear only so much; counts and shares have their own likelihood. */
  const mostOf = ({ normal, first, last, end }: Episode): number => {
    const after = regimes[last + 1]
    if (end === undefined || after === undefined || kind === "count" || kind === "proportion")
      return Number.POSITIVE_INFINITY
    const during = { start: (regimes[first] as Regime).start, end }
    return mostOfPassed(stabilised, [{ start: (regimes[normal] as Regime).start, end: during.start }, during, after])
  }
  const dated = () =>
    episodes.flatMap((episode): DetectedEpisode[] => {
      const { normal, last, end, outcome } = episode
      const { start } = regimes[normal] as Regime
      const evidence = dateWindow(start, (regimes[last] as Regime).end)
      if (evidence === undefined) return []
      const onset = shift(end === undefined ? evidence.band : evidence.provenBand, start)
      return [{ onset, end, outcome, logBayes: Math.min(evidence.logBayes, mostOf(episode)) }]
    })
  return { regimes, rules, normal, dateWindow, episodes: dated }
}

/** Standard errors from which a spell is worth reading the whole series for. */
const deepSpell = 4.5

/** What came and went moves no single step far, so a series that is quiet now may still have had its time. */
const passedUnseen = (
  values: Float64Array,
  options: DetectOptions,
  dispersion: number,
  stabilised: Stabilised,
): readonly DetectedEpisode[] =>
  deepestSpell(stabilised.values, options.worse === "lower" ? -1 : 1) < deepSpell
    ? []
    : readingOf(values, options, dispersion, stabilised)
        .episodes()
        .filter(({ end }) => end !== undefined)

const presentIn = (values: Float64Array): number => {
  let count = 0
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) count++
  return count
}

/** Weeks that tell a season from a change: with fewer, a season stays a rival explanation. */
const twoYears = 104

/** The evidence less what a season would explain as well, and no more than the values since the onset can carry. */
const discountedEvidence = (now: OnsetEvidence, values: Float64Array, from: number, kind: Kind): number => {
  if (kind !== "count") {
    const onset = from + now.provenBand.index
    const before = meanOf(values, from, onset)
    if (before !== undefined && mostCredible(values, onset, before) < now.logBayes) {
      return mostCredible(values, onset, before)
    }
  }
  if (values.length >= twoYears || (kind !== "count" && kind !== "amount")) return now.logBayes
  const share = (mean: number) => (kind === "count" ? mean / 2 : 0.5)
  // A season must be weighed on the same scales as the change: a count's noise is never less than Poisson's, about 1 there.
  const noise = kind === "count" ? Math.max(1, now.noise) : now.noise
  return now.logBayes - seasonalAlternative(values, noise, now.longRun, share)
}

const verdict = (values: Float64Array, now: OnsetEvidence, from: number, rules: EpisodeRules, prior: number) => {
  const posterior = placed(now.posterior, from)
  const proven = now.proven === now.posterior ? posterior : placed(now.proven, from)
  const onset = shift(now.band, from)
  const before = meanOf(values, from, onset.index)
  const settledAt = Math.min(from + now.start + now.ramp - 1, Math.max(values.length - 4, from + now.start))
  const recentFrom = Math.max(settledAt, values.length - recent)
  const after = meanOf(values, recentFrom, values.length)
  const matters = before !== undefined && after !== undefined && isWorse(after, before, rules)
  const logBayes = matters ? now.logBayes : Math.min(now.logBayes, quietLogBayes)
  return {
    probability: odds(prior, logBayes),
    logBayes,
    onset,
    posterior,
    proven,
    before,
    after,
    normalFrom: from,
    recentFrom,
  }
}

const quiet = (values: Float64Array, prior: number): Detection => {
  const nowhere = new Float64Array(values.length)
  return {
    probability: odds(prior, quietLogBayes),
    logBayes: quietLogBayes,
    onset: undefined,
    posterior: nowhere,
    proven: nowhere,
    before: meanOf(values, 0, values.length),
    after: meanOf(values, values.length - recent, values.length),
    normalFrom: 0,
    recentFrom: Math.max(0, values.length - recent),
    episodes: () => [],
  }
}

const odds = (prior: number, logBayes: number): number => 1 / (1 + ((1 - prior) / prior) * Math.exp(-logBayes))

/** The masses of a window that starts at `from`, as masses over the series it ends with. */
const placed = (masses: Float64Array, from: number): Float64Array => {
  if (from === 0) return masses
  const all = new Float64Array(from + masses.length)
  all.set(masses, from)
  return all
}

const shift = ({ index, low, high }: Band, by: number): Band => ({ index: index + by, low: low + by, high: high + by })
