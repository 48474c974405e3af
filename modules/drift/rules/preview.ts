import type { Id } from "#core/ids"
import { type PlainDate, weekNumber } from "#core/time"
import type { SignalSide } from "#rules/metrics"
import { packWeeks } from "#rules/signals"
import { lastWeekKnown } from "./assess.ts"
import type { Confirmed } from "./causePriors.ts"
import { judge, marketSeen } from "./judge.ts"
import { type EventTold, panelOf } from "./panel.ts"
import { mayHaveBegunBy } from "./young.ts"

type Weeks = readonly (number | null)[]

/** What the engine reads about one partnership today, as it travels to a page. Days are ISO dates, weeks their Mondays. */
export type DriftInputs = Readonly<{
  partnershipId: string
  type: string
  asOf: PlainDate
  series: readonly Readonly<{
    signal: string
    partyId: Id | null
    side: SignalSide
    firstWeek: PlainDate
    actual: Weeks
    expected: Weeks | null
    n: Weeks | null
  }>[]
  events: readonly (Omit<EventTold, "side"> & Readonly<{ side: SignalSide | null }>)[]
  market: readonly Readonly<{ signal: string; week: PlainDate; size: number }>[]
  threshold: number
  /** Causes that people confirmed of other partnerships. */
  confirmed: readonly Omit<Confirmed, "partnership">[]
  /** The first week that counts since a change was accepted, the day the open drift was seen, and the last decision for good. */
  agreedFrom: PlainDate | null
  seenOn: PlainDate | null
  decidedOn: PlainDate | null
}>

export type Preview = ReturnType<typeof previewOf>

/**
 * The panel as of a day, from what is known today: the same `judge` on the weeks that were over by then, the events that had
 * happened and the market that showed. The server's answer for a past day also knows when each fact was recorded; for
 * the day of the inputs both are the same.
 */
export const previewOf = (inputs: DriftInputs, asOf: PlainDate) => {
  const isPast = asOf < inputs.asOf
  const by = (day: PlainDate | null): PlainDate | undefined => (day !== null && day <= asOf ? day : undefined)
  const { partnershipId, type, threshold } = inputs
  const series = inputs.series.map(({ firstWeek, actual, expected, n, ...rest }) => ({
    ...rest,
    partnershipId,
    firstWeek: weekNumber(firstWeek),
    actual: packWeeks(actual),
    expected: expected && packWeeks(expected),
    n: n && packWeeks(n),
  }))
  const events = inputs.events
    .filter(({ occurredOn }) => !isPast || occurredOn <= asOf)
    .map(({ side, ...event }) => ({ ...event, side: side ?? undefined }))
  const shocks = inputs.market.map(({ week, ...shock }) => ({ ...shock, type, week: weekNumber(week) }))
  const seenOn = by(inputs.seenOn)
  const agreedFrom = by(inputs.agreedFrom)
  const finding = judge(
    {
      partnership: partnershipId,
      type,
      series,
      events,
      fromWeek: agreedFrom === undefined ? undefined : weekNumber(agreedFrom),
      seenOn,
    },
    {
      asOf,
      market: isPast ? marketSeen(shocks, lastWeekKnown(asOf)) : shocks,
      threshold,
      confirmed: inputs.confirmed.map((each) => ({ ...each, partnership: "" })),
    },
  )
  const decidedOn = by(inputs.decidedOn)
  const isSettled = decidedOn !== undefined && mayHaveBegunBy(finding, decidedOn)
  const known = { ...finding, detectedOn: seenOn ?? finding.detectedOn }
  return panelOf({ asOf, finding: known, isSettled, threshold, series, events })
}
