import type { Id } from "#core/ids"
import type { SignalDefinition, SignalKind, SignalSide } from "#rules/metrics"

/** One signal of one partnership: a value per week from `firstWeek` on, NaN where nothing was observed. */
export type WeeklySignal = Readonly<{
  definition: SignalDefinition
  /** Whose it is, where that is known by name: a file of the exchange format knows sides only. */
  partyId?: Id | null
  firstWeek: number
  values: Float64Array
  /** The promised level, where one was signed. */
  expected?: Float64Array
  /** Observations behind each value, where known. */
  sizes?: Float64Array
}>

/** Something that happened on a day: a sponsor left, a rule changed, a version was retired. */
export type DatedEvent = Readonly<{
  id?: string
  occurredOn: string
  kind: string
  side: SignalSide | undefined
  /** The party whose act it was, where that is known. */
  partyId?: Id | null
  note?: string
}>

/** What the engine is given about one partnership. */
export type Subject = Readonly<{
  partnership: string
  type: string
  signals: readonly WeeklySignal[]
  events: readonly DatedEvent[]
}>

/** A date with the range that holds it at `level`. Mondays. */
export type OnsetDate = Readonly<{ date: string; low: string; high: string; level: number }>

export type FirstSide = "host" | "partner" | "both" | "undetermined"

/** Something that one side is on record to have done, or that happened. */
export type EventEvidence = Readonly<{
  event: string
  occurredOn: string
  side: SignalSide | null
  partyId: Id | null
  id: string | null
}>

/** A fact a statement rests on: a stretch of weeks of a signal, or an event. */
export type Evidence =
  | Readonly<{
      signal: string
      partyId: Id | null
      from: string
      to: string
      before: number | null
      after: number | null
    }>
  | EventEvidence

/** What bears out that a side let go first: a signal of its own that moved, or an act of its own on record. */
export type FirstBy = Readonly<{ signal: string; side: SignalSide; partyId: Id | null }> | EventEvidence

/** Tells one signal of a partnership from another: in a consortium each company has its own of one name. */
type Named = Readonly<{ signal: string; side: SignalSide; partyId?: Id | null }>

export const isSameSignal = (a: Named, b: Named): boolean =>
  a.signal === b.signal && a.side === b.side && (a.partyId ?? null) === (b.partyId ?? null)

/** What a series is called. */
export const nameOfSignal = ({ definition, partyId }: Pick<WeeklySignal, "definition" | "partyId">) => ({
  signal: definition.key,
  side: definition.side,
  partyId: partyId ?? null,
})

export type SignalFinding = Readonly<{
  signal: string
  partyId: Id | null
  /** What it measures, of a signal that is in no catalogue. */
  kind?: SignalKind
  /** Below the promise from its first weeks: `before` is what was promised. */
  isShort?: boolean
  side: SignalSide
  changed: boolean
  probability: number
  onset: OnsetDate | null
  /** Which way it moved; null when it did not. */
  direction: "lower" | "higher" | null
  before: number | null
  after: number | null
}>

export type CauseFinding = Readonly<{ cause: Cause; probability: number; evidence: readonly Evidence[] }>

/** A time of drift. `endedOn` is null while it lasts. "settled" stands in findings kept from when a lower level became normal by lasting. */
export type EpisodeFinding = Readonly<{
  onset: OnsetDate
  endedOn: string | null
  outcome: "open" | "recovered" | "settled"
}>

/** A signal that stands lower than it did because all like it fell: shares of its earlier and of its promised level that are missing. */
export type MarketFall = Readonly<{
  signal: string
  side: SignalSide
  partyId: Id | null
  since: string
  belowBefore: number
  /** Null where nothing was promised, or next to nothing of it is missing. */
  belowPromised: number | null
}>

/** Everything said about one partnership as of a day; the exchange format's object, key for key. */
export type Finding = Readonly<{
  partnership: string
  drifting: boolean
  probability: number
  /** Null while nothing drifts, and while it is too early to say when it began. */
  onset: OnsetDate | null
  /** Too early to date: the Monday since which, at the earliest, something has changed. Null where there is an onset. */
  changedSince: string | null
  detectedOn: string | null
  firstSide: FirstSide | null
  signals: readonly SignalFinding[]
  causes: readonly CauseFinding[]
  market: boolean
  scored: boolean
  /** Why it is not scored, or what else must be said: silent since a day, explained by the market. */
  reason: string | null
  episodes: readonly EpisodeFinding[]
}>

/** A finding, and what the exchange format says in words only. */
export type Assessment = Finding &
  Readonly<{
    /** The party of the side that let go first, where one of its companies stands out by name. */
    firstPartyId: Id | null
    /** What bears out the first side, the earliest first: it opens the sentence. Empty where nobody is named. */
    firstBy: readonly FirstBy[]
    /** First Monday of a silence that still lasts. */
    silentSince: string | null
    /** What the market took from who does not drift. */
    marketFalls: readonly MarketFall[]
    /** Below the promise from the first weeks: there is no earlier level to have fallen from. */
    fromTheStart: boolean
  }>

export const causes = [
  "host_service_failure",
  "host_people_loss",
  "partner_people_loss",
  "governance_lapse",
  "never_activated",
  "capability_gap",
  "economics",
  "strategic_divergence",
  "integration_rot",
  "purpose_expired",
  "market",
  "wrong_promise",
  "trust",
] as const
export type Cause = (typeof causes)[number]

/** The object of the exchange format: the finding's own keys and nothing else, probabilities to six digits. */
export const toExchange = ({
  silentSince: _,
  fromTheStart: __,
  firstPartyId: ___,
  firstBy: ____,
  marketFalls: _____,
  ...finding
}: Assessment) => ({
  ...finding,
  probability: rounded(finding.probability),
  signals: finding.signals.map(({ partyId: _, kind: __, isShort: ___, ...one }) => ({
    ...one,
    probability: rounded(one.probability),
  })),
  causes: finding.causes.map((one) => ({
    ...one,
    probability: rounded(one.probability),
    evidence: one.evidence.map(({ partyId: _, ...each }) => each),
  })),
})

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6
