import type { PlainDate } from "#core/time"
import type { Series } from "#modules/signals"
import { readSeries } from "#modules/signals"
import { firstSeen } from "./firstSeen.ts"
import { findingOf, lastWeekKnown } from "./rules/assess.ts"
import { type Shock, shocksOf } from "./rules/market.ts"
import type { Assessment, DatedEvent, Subject } from "./rules.ts"

export { lastWeekKnown } from "./rules/assess.ts"
export type { Shock } from "./rules/market.ts"

/**
 * What is known of one partnership, packed for a thread. `fromWeek`: an agreed change made everything before it history.
 * `seenOn`: the day on which the drift that is still open was first seen.
 */
export type Packed = Readonly<{
  partnership: string
  type: string
  series: readonly Series[]
  events: readonly DatedEvent[]
  fromWeek: number | undefined
  seenOn?: PlainDate | undefined
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

/**
 * The finding about one partnership as of a day. Pure: the same facts and market give the same finding on every day. The search for
 * the day it first showed is left out where that is known already.
 */
export const judge = (packed: Packed, { asOf, market }: Question): Assessment => {
  const lastWeek = lastWeekKnown(asOf)
  const subject = unpack(packed, lastWeek)
  const finding = findingOf(subject, lastWeek, market)
  const { drifting, onset } = finding
  if (!drifting || onset === null) return finding
  const seenOn = packed.seenOn ?? onset.low
  if (seenOn > onset.low) return { ...finding, detectedOn: seenOn }
  return { ...finding, detectedOn: firstSeen(subject, { ...finding, onset }, lastWeek, market) }
}

/** What a thread is asked: the movement of like partnerships, or the findings about some partnerships. */
export type Task =
  | Readonly<{ sample: readonly Packed[]; asOf: string }>
  | Readonly<{ batch: readonly Packed[]; question: Question }>
export type Answer = Readonly<{ shocks: readonly Shock[]; findings: readonly Assessment[] }>

export const answer = (task: Task): Answer =>
  "sample" in task
    ? { shocks: marketOf(task.sample, task.asOf), findings: [] }
    : { shocks: [], findings: task.batch.map((packed) => judge(packed, task.question)) }
