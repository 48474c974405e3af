import type { Id } from "#core/ids"
import type { Kind } from "#core/stats/stabilise"
import type { PlainDate } from "#core/time"
import { weekFromNumber } from "#core/time"
import { findSignal, type SignalSide } from "#rules/metrics"
import { readSeries, type Series } from "#rules/signals"
import { lastWeekKnown } from "./assess.ts"
import { fallOf } from "./contributions.ts"
import { type Assessment, type DatedEvent, isSameSignal, type OnsetDate } from "./finding.ts"
import { summarise } from "./summarise.ts"

/** An event as the panel tells it. */
export type EventTold = Readonly<{
  id: string
  source: "activity" | "event" | "role"
  kind: string
  side: SignalSide
  partyId: Id | null
  occurredOn: PlainDate
  note: string
}>

/** A finding and what it was made from. */
export type Found = Readonly<{
  asOf: PlainDate
  finding: Assessment
  /** A person has decided about it. */
  isSettled: boolean
  threshold: number
  series: readonly Series[]
  events: readonly (DatedEvent & Pick<EventTold, "id" | "source" | "note">)[]
}>

/** What the panel tells of a finding: all but what people decided. The server and the page's own preview say it the same way. */
export const panelOf = ({ asOf, finding, isSettled, threshold, series, events }: Found) => {
  const { partnership, signals: _, detectedOn, firstBy: __, marketFalls: ___, ...rest } = finding
  return {
    ...rest,
    isSettled,
    clauses: [...summarise(finding, isSettled)],
    partnershipId: partnership,
    asOf,
    threshold,
    detectedOn: finding.drifting ? detectedOn : null,
    // A finding from before that was asked has a date.
    changedSince: finding.changedSince ?? null,
    // A finding from before parties had names has none.
    firstPartyId: finding.firstPartyId ?? null,
    causes: finding.causes.map((cause) => ({
      ...cause,
      evidence: cause.evidence.map((each) => ({ ...each, partyId: each.partyId ?? null })),
    })),
    episodes: [...finding.episodes],
    ...lanesOf(finding, series, asOf),
    events: events.map(
      ({ id, source, kind, side, partyId, occurredOn, note }): EventTold => ({
        id,
        source,
        kind,
        side: side ?? "both",
        partyId: partyId ?? null,
        occurredOn,
        note,
      }),
    ),
  }
}

/** One signal over its weeks, with what became of it. */
type Lane = {
  signal: string
  partyId: Id | null
  side: SignalSide
  dimension: string
  kind: Kind
  worse: "lower" | "higher"
  isKnown: boolean
  changed: boolean
  probability: number | null
  direction: "lower" | "higher" | null
  onset: OnsetDate | null
  before: number | null
  after: number | null
  contribution: number | null
  firstWeek: PlainDate
  actual: (number | null)[]
  expected: (number | null)[] | null
}

/** Signals in the order in which they let go, those that stand behind them; and where they stand together. */
const lanesOf = (finding: Assessment, series: readonly Series[], asOf: PlainDate) => {
  const lastWeek = lastWeekKnown(asOf)
  const lanes = series.map((each): Lane => {
    const { definition, firstWeek, values, expected } = readSeries(each, lastWeek)
    const said = finding.signals.find((one) => isSameSignal(one, each))
    return {
      signal: each.signal,
      partyId: each.partyId,
      side: each.side,
      dimension: definition.dimension,
      kind: definition.kind,
      worse: definition.worse,
      isKnown: findSignal(each.signal) !== undefined,
      changed: said?.changed ?? false,
      probability: said?.probability ?? null,
      direction: said?.direction ?? null,
      onset: said?.onset ?? null,
      before: said?.before ?? null,
      after: said?.after ?? null,
      contribution: null,
      firstWeek: weekFromNumber(firstWeek),
      actual: written(values),
      expected: expected ? written(expected) : null,
    }
  })
  const rank = (lane: Lane) => (lane.changed ? (lane.onset?.date ?? "9998") : "9999")
  lanes.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a.signal < b.signal ? -1 : 1))
  const fall = fallOf(lanes)
  return {
    index: fall?.index ?? null,
    lanes: lanes.map((lane, i) => ({ ...lane, contribution: fall?.shares[i] ?? null })),
  }
}

/** Numbers as they travel: six digits, null where nothing was observed. */
export const written = (values: Float64Array): (number | null)[] =>
  Array.from(values, (value) => (Number.isNaN(value) ? null : Number(value.toPrecision(6))))
