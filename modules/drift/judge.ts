import { weekFromNumber, weekNumber } from "#core/time"
import type { Series } from "#modules/signals"
import { readSeries } from "#modules/signals"
import { findingOf, lastWeekKnown, verdictOf } from "./rules/assess.ts"
import type { Shock } from "./rules/market.ts"

export { lastWeekKnown } from "./rules/assess.ts"
export type { Shock } from "./rules/market.ts"

import { shocksOf } from "./rules/market.ts"
import type { Assessment, DatedEvent, OnsetDate, Subject } from "./rules.ts"

/** What is known of one partnership, packed for a thread. `fromWeek`: an agreed change made everything before it history. */
export type Packed = Readonly<{
  partnership: string
  type: string
  series: readonly Series[]
  events: readonly DatedEvent[]
  fromWeek: number | undefined
}>

/** The day asked about, and what like partnerships did together by then. */
export type Question = Readonly<{ asOf: string; market: readonly Shock[] }>

const unpack = ({ partnership, type, series, events, fromWeek }: Packed, lastWeek: number): Subject => ({
  partnership,
  type,
  events,
  signals: series.map((each) => readSeries(each, lastWeek, fromWeek)).filter(({ values }) => values.length > 0),
})

/** The common movement of a fixed sample of like partnerships, as known on a day. */
export const marketOf = (sample: readonly Packed[], asOf: string): readonly Shock[] => {
  const lastWeek = lastWeekKnown(asOf)
  return shocksOf(
    sample.map((packed) => unpack({ ...packed, fromWeek: undefined }, lastWeek)),
    lastWeek,
  )
}

/** The finding about one partnership as of a day. Pure: the same facts and market give the same finding on every day. */
export const judge = (packed: Packed, { asOf, market }: Question): Assessment => {
  const lastWeek = lastWeekKnown(asOf)
  const subject = unpack(packed, lastWeek)
  const finding = findingOf(subject, lastWeek, market)
  if (!finding.drifting || finding.onset === null) return finding
  return { ...finding, detectedOn: detectedOn(subject, finding.onset, lastWeek, market) }
}

/** Weeks after which a change can be seen at all: in one partnership, and in the movement of its like. */
const leastDelay = 4
const marketDelay = 6

/** The Monday on which the drift first showed, found by halving. The market of a past week is what of it could be seen then. */
const detectedOn = (subject: Subject, onset: OnsetDate, lastWeek: number, market: readonly Shock[]): string => {
  const drifts = (week: number) =>
    verdictOf(
      subject,
      week,
      market.filter((shock) => shock.week + marketDelay <= week),
    ).drifting
  const low = weekNumber(onset.low) - 1
  let without = drifts(low) ? Math.min(lastWeek, weekNumber(onset.date) + leastDelay) - 1 : low
  let withIt = lastWeek
  if (without > low && drifts(without)) return weekFromNumber(without + 1)
  while (withIt - without > 1) {
    const between = (without + withIt) >> 1
    if (drifts(between)) withIt = between
    else without = between
  }
  return weekFromNumber(withIt + 1)
}
