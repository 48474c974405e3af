import type { Id } from "#core/ids"
import { type PlainDate, weekNumber } from "#core/time"
import type { SignalSide } from "#rules/metrics"
import { findingOf, type JudgeSettings, threshold, verdictOf } from "./assess.ts"
import type { Change } from "./change.ts"
import {
  type Assessment,
  type Cause,
  type DatedEvent,
  isSameSignal,
  nameOfSignal,
  type OnsetDate,
  type Subject,
  type WeeklySignal,
} from "./finding.ts"
import { joinEvidence } from "./join.ts"
import type { Shock } from "./market.ts"
import { type TellingEvent, tellingEvents } from "./tellingEvents.ts"

/** What would have made the answer another one, or will: asked of the engine itself, not argued about it. */
export type WhatWouldChange = Readonly<{
  /** The probability of drift had this signal stood at its normal level, the weightiest first. */
  without: readonly Readonly<SignalName & { probability: number }>[]
  /** The fewest signals without all of which it would not be called drift; none where the others would still say so. */
  carriedBy: readonly SignalName[]
  /** An event that nobody recorded, and the probability of the cause it goes with: without it, and with it. */
  events: readonly Readonly<TellingEvent & { cause: Cause; near: string; from: number; to: number }>[]
  /** The probability of drift after more weeks like the last ones, or like those before the onset. */
  weeks: readonly Readonly<{ like: "present" | "normal"; weeks: number; probability: number }>[]
  /** Weeks like those before the onset after which it would be over; null when half a year would not do. */
  overAfter: number | null
}>

type SignalName = Readonly<{ signal: string; side: SignalSide; partyId: Id | null }>

/** How a question about one partnership was asked. */
type Asked = Readonly<{ subject: Subject; lastWeek: number; shocks: readonly Shock[]; settings: JudgeSettings }>

const mostSignals = 3
const mostCarrying = 4
const mostEvents = 3
const likelyEnough = 4
/** A rise of a cause's probability worth a sentence. */
const worthTelling = 0.05
const ahead = [4, 8, 13, 26] as const

/** Undefined for a finding that does not drift. A few verdicts per line, so asked on demand and not at every scan. */
export const whatWouldChange = (asked: Asked, finding: Assessment): WhatWouldChange | undefined => {
  const { onset, changedSince } = finding
  const since = onset?.low ?? changedSince
  if (!finding.drifting || since === null) return undefined
  const normal = ahead.map((weeks) => afterMore(asked, weeks, "normal", since))
  const present = afterMore(asked, ahead[0], "present", since)
  return {
    ...withoutEach(asked, finding),
    events: finding.fromTheStart || onset === null ? [] : missingEvents(asked, finding, onset),
    weeks: [present, normal[0] as Weeks],
    overAfter: normal.find(({ probability }) => probability < (asked.settings.level ?? threshold))?.weeks ?? null,
  }
}

type Weeks = WhatWouldChange["weeks"][number]

/** What a signal says that stands at its normal level. */
const steady = Math.log(0.2)

/** The signals that moved, taken out one by one, and then together, the weightiest first, until nothing is left of the answer. */
const withoutEach = (
  { subject, lastWeek, shocks, settings }: Asked,
  finding: Assessment,
): Pick<WhatWouldChange, "without" | "carriedBy"> => {
  const { changes } = verdictOf(subject, lastWeek, shocks, settings.level)
  const without = (steadied: readonly Change[]): number =>
    joinEvidence(
      changes.map((change) =>
        steadied.includes(change) ? { ...change, logBayes: Math.min(change.logBayes, steady) } : change,
      ),
    ).probability
  const moved = changes
    .filter(({ signal }) => finding.signals.some((one) => one.changed && isSameSignal(one, nameOfSignal(signal))))
    .sort((a, b) => b.logBayes - a.logBayes)
  const strongest = moved.slice(0, mostCarrying)
  const carrying = strongest.findIndex((_, i) => without(moved.slice(0, i + 1)) < (settings.level ?? threshold)) + 1
  return {
    without: moved.slice(0, mostSignals).map((change) => ({ ...nameOf(change), probability: without([change]) })),
    carriedBy: moved.slice(0, carrying).map(nameOf),
  }
}

const nameOf = ({ signal }: Change): SignalName => nameOfSignal(signal)

/** For each likely cause without an event on record: would one raise it? */
const missingEvents = (asked: Asked, finding: Assessment, onset: OnsetDate): WhatWouldChange["events"] =>
  finding.causes
    .slice(0, likelyEnough)
    .flatMap(({ cause, probability: from, evidence }) => {
      const told = tellingEvents[cause]
      if (told === undefined || evidence.some((each) => "event" in each)) return []
      const event: DatedEvent = { occurredOn: onset.date, ...told }
      const subject = { ...asked.subject, events: [...asked.subject.events, event] }
      const again = findingOf(subject, asked.lastWeek, asked.shocks, asked.settings)
      const to = again.causes.find((each) => each.cause === cause)?.probability ?? from
      return to - from >= worthTelling ? [{ cause, ...told, near: onset.date, from, to }] : []
    })
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .slice(0, mostEvents)

const afterMore = (asked: Asked, weeks: number, like: Weeks["like"], since: PlainDate): Weeks => {
  const { subject, lastWeek, shocks, settings } = asked
  const signals = subject.signals.map((signal) =>
    continued(signal, lastWeek, weeks, like === "normal" ? since : undefined),
  )
  const { joined } = verdictOf({ ...subject, signals }, lastWeek + weeks, shocks, settings.level)
  return { like, weeks, probability: joined.probability }
}

/** The signal with its own last weeks once more, or those before the onset, so that their noise comes along. */
const continued = (
  signal: WeeklySignal,
  lastWeek: number,
  weeks: number,
  since: PlainDate | undefined,
): WeeklySignal => {
  const { firstWeek, values, expected, sizes } = signal
  const known = Math.max(0, Math.min(values.length, lastWeek - firstWeek + 1))
  const end = since === undefined ? known : Math.min(known, weekNumber(since) - firstWeek)
  if (end <= 0) return signal
  const source = (i: number) => Math.max(0, end - weeks + i)
  const longer = (series: Float64Array, from: (i: number) => number): Float64Array => {
    const all = new Float64Array(known + weeks)
    all.set(series.subarray(0, known))
    for (let i = 0; i < weeks; i++) all[known + i] = series[from(i)] as number
    return all
  }
  return {
    ...signal,
    values: longer(values, source),
    ...(expected ? { expected: longer(expected, () => known - 1) } : {}),
    ...(sizes ? { sizes: longer(sizes, source) } : {}),
  }
}
