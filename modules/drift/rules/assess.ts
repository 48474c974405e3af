import { weekFromNumber, weekNumber } from "#core/time"
import { findSignal } from "#rules/metrics"
import type { CausePriors } from "./causePriors.ts"
import { rankCauses } from "./causes.ts"
import { type Change, changeOf } from "./change.ts"
import { pastEpisodes } from "./episodes.ts"
import { type Assessment, nameOfSignal, type OnsetDate, type SignalFinding, type Subject } from "./finding.ts"
import { firstMoverOf, nobodyFirst } from "./firstMover.ts"
import { bandLevel, dateOf, type Joined, joinEvidence } from "./join.ts"
import { isMarketBorne, type Shock } from "./market.ts"
import { marketFallsOf } from "./marketFalls.ts"
import { middle, movedTogether } from "./moved.ts"
import { notScored } from "./notScored.ts"
import { withPooledShortfall } from "./pooledShortfall.ts"
import { sharedOnset } from "./sharedOnset.ts"
import { silentSince } from "./silence.ts"
import { whenOf, youngWeeks } from "./young.ts"

/** Certainty from which a partnership is said to drift; keeps false alarms within the budget. */
export const threshold = 0.6

/**
 * What a workspace wants and knows: the certainty from which it speaks of drift, how likely each cause is before looking, and
 * whether the drift has been seen for so long that its onset is no longer young.
 */
export type JudgeSettings = Readonly<{ level?: number; priors?: CausePriors | undefined; isLongSeen?: boolean }>

/** The joined answer before it is put into words: kept apart because the search for the detection date asks it often. */
type Verdict = Readonly<{ changes: readonly Change[]; joined: Joined; drifting: boolean }>

/** The week that was over on a day: known are weeks whose next Monday has come. */
export const lastWeekKnown = (asOf: string): number => weekNumber(asOf) - 1

/** Does the partnership drift, as known when `lastWeek` was over? */
export const verdictOf = (subject: Subject, lastWeek: number, shocks: readonly Shock[], level = threshold): Verdict => {
  const read = subject.signals
    .map((signal) => changeOf(signal, lastWeek, shocksFor(subject, signal.definition.key, shocks)))
    .filter((change) => change !== undefined)
  const changes = withPooledShortfall(read, lastWeek)
  const joined = joinEvidence(changes)
  return { changes, joined, drifting: changes.length > 0 && joined.probability >= level }
}

const shocksFor = ({ type }: Subject, key: string, shocks: readonly Shock[]): readonly Shock[] =>
  shocks.filter((shock) => shock.type === type && shock.signal === key)

/** The complete finding, but for the detection date, which needs more than one day. */
export const findingOf = (
  subject: Subject,
  lastWeek: number,
  shocks: readonly Shock[],
  { level = threshold, priors, isLongSeen = false }: JudgeSettings = {},
): Assessment => {
  const { changes, joined, drifting } = verdictOf(subject, lastWeek, shocks, level)
  if (changes.length === 0) return notScored(subject, lastWeek)
  const silent = silentSince(subject.signals, lastWeek)
  const { story, aftermath } = drifting ? movedTogether(changes, joined) : { story: [], aftermath: [] }
  const belonging = [...story, ...aftermath]
  const shared = sharedOnset(story)
  const moved = shared ? [...shared.changes, ...aftermath] : belonging
  const first = shared?.onset
  const fromTheStart = moved.some((change) => change.shortfall !== undefined)
  const began = first ? notAfterSilence(dateOf(first), silent) : null
  const isOld = isLongSeen || fromTheStart || silent !== undefined
  const known = () => verdictOf(subject, lastWeek - youngWeeks, shocks, level).joined.probability
  const { onset, changedSince } =
    began === null || isOld ? { onset: began, changedSince: null } : whenOf(began, lastWeek, known())
  const dated = (change: Change): Change => moved[belonging.indexOf(change)] ?? change
  const marketShare = shareOfMarket(subject, lastWeek, shocks, level, drifting ? moved : undefined)
  const signals = changes.map((change, i) =>
    signalFinding(dated(change), joined.inclusion[i] as number, joined, moved, changedSince === null),
  )
  const ownShocks = (key: string) => shocksFor(subject, key, shocks)
  const marketFalls = drifting ? [] : marketFallsOf(subject.signals, lastWeek, ownShocks)
  const market = marketShare > 0 || marketFalls.length > 0
  const past = pastEpisodes(changes)
  const open = onset ? [{ onset, endedOn: null, outcome: "open" as const }] : []
  const weighed = changes.map((change, i) => ({
    change: dated(change),
    inclusion: belonging.includes(change)
      ? (joined.inclusion[i] as number)
      : Math.min(0.5, joined.inclusion[i] as number),
  }))
  const question = { type: subject.type, signals: weighed, events: subject.events, marketShare, priors }
  const causes = first ? rankCauses({ ...question, onset: first }) : []
  const whose =
    !drifting || fromTheStart
      ? nobodyFirst(drifting)
      : firstMoverOf(moved, shared?.changes ?? story, causes, subject.events)
  return {
    partnership: subject.partnership,
    drifting,
    probability: joined.probability,
    onset,
    changedSince,
    detectedOn: null,
    ...whose,
    signals,
    causes,
    market,
    marketFalls,
    scored: true,
    reason: reasonFor(drifting, market, silent),
    fromTheStart,
    silentSince: silent === undefined ? null : weekFromNumber(silent),
    episodes: [...past.filter((one) => onset === null || one.onset.date < onset.date), ...open],
  }
}

/** Weeks between an onset and a movement of the market that may be told together. */
const nearMarket = 13

/**
 * How much of what moved the market moved too, 0 to 1: all of it when without the market all is well; else the share of the moved
 * signals that like partnerships saw fall at that time, a quarter of that when it was not those that moved first. Nothing where
 * no business is among them: talk, meetings and promises are what the two do, and many may let go of them without any market.
 */
const shareOfMarket = (
  subject: Subject,
  lastWeek: number,
  shocks: readonly Shock[],
  level: number,
  moved: readonly Change[] | undefined,
): number => {
  const against = subject.signals.flatMap(({ definition }) =>
    shocksFor(subject, definition.key, shocks).filter(({ size }) =>
      definition.worse === "lower" ? size < 0 : size > 0,
    ),
  )
  if (against.length === 0) return 0
  if (moved === undefined) return verdictOf(subject, lastWeek, [], level).drifting ? 1 : 0
  const touched = moved.filter((change) =>
    against.some(
      ({ week, signal }) =>
        signal === change.signal.definition.key && Math.abs(week - (middle(change) ?? Number.NaN)) <= nearMarket,
    ),
  )
  if (!touched.some(({ signal }) => isMarketBorne(signal.definition))) return 0
  const firstWeek = (changes: readonly Change[]) => Math.min(...changes.map((change) => middle(change) ?? lastWeek))
  const share = touched.length / Math.max(1, moved.length)
  return firstWeek(touched) <= firstWeek(moved) ? share : share / 4
}

const reasonFor = (drifting: boolean, market: boolean, silent: number | undefined): string | null => {
  if (drifting && silent !== undefined) return `silent since ${weekFromNumber(silent)}`
  if (market && !drifting) return "like partnerships moved as much: the market, not drift"
  return null
}

/** Who has fallen silent began to drift with the last sign of life at the latest. */
const notAfterSilence = (onset: OnsetDate | null, silent: number | undefined): OnsetDate | null => {
  if (onset === null || silent === undefined) return onset
  const latest = weekFromNumber(silent - 1)
  const date = earlier(onset.date, latest)
  return { ...onset, date, low: earlier(onset.low, date) }
}

const earlier = (a: string, b: string): string => [a, b].sort()[0] as string

const signalFinding = (
  change: Change,
  inclusion: number,
  joined: Joined,
  moved: readonly Change[],
  isDatable: boolean,
): SignalFinding => {
  const { definition } = change.signal
  const changed = moved.includes(change)
  const onset = changed && isDatable ? dateOf({ firstWeek: change.signal.firstWeek, weights: change.onset }) : null
  const finite = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)
  return {
    ...nameOfSignal(change.signal),
    ...(findSignal(definition.key) ? {} : { kind: definition.kind }),
    isShort: change.shortfall !== undefined,
    changed,
    probability: inclusion * joined.probability,
    onset: onset && { ...onset, level: bandLevel },
    direction: changed ? definition.worse : null,
    before: finite(change.before),
    after: finite(change.after),
  }
}
