import type { PlainDate } from "#core/time"
import { readSeries, type Series } from "#rules/signals"
import { levelFor } from "./alarmBudget.ts"
import { findingOf, type JudgeSettings, lastWeekKnown, threshold } from "./assess.ts"
import { type Confirmed, learnPriors } from "./causePriors.ts"
import type { Assessment, DatedEvent, Subject } from "./finding.ts"
import { firstSeen } from "./firstSeen.ts"
import { type Shock, shocksOf } from "./market.ts"
import { whatWouldChange } from "./whatWouldChange.ts"
import { beganBy, isLongSeen } from "./young.ts"

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

/** What a workspace wants and knows: the certainty from which it speaks of drift, and the causes that people confirmed. */
export type DetectionSettings = Readonly<{ threshold?: number; confirmed?: readonly Confirmed[] }>

/** The day asked about, what like partnerships did together by then, and what the workspace wanted and knew. */
export type Question = DetectionSettings & Readonly<{ asOf: string; market: readonly Shock[] }>

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

/** Weeks after which a movement of like partnerships can be seen. */
const marketDelay = 6

/** What like partnerships had done together, as seen when a week was over. */
export const marketSeen = (market: readonly Shock[], week: number): readonly Shock[] =>
  market.filter((shock) => shock.week + marketDelay <= week)

/** How one partnership is judged: who is already seen to drift closes by the same test, at a lower level. */
const settingsOf = (packed: Packed, lastWeek: number, asked: DetectionSettings): Required<JudgeSettings> => ({
  level: levelFor(asked.threshold ?? threshold, packed.seenOn !== undefined),
  isLongSeen: isLongSeen(packed.seenOn, lastWeek),
  priors: learnPriors(packed, asked.confirmed ?? []),
})

/**
 * The finding about one partnership as of a day. Pure: the same facts, market and settings give the same finding on every day. The
 * search for the day it first showed is left out where that is known already.
 */
export const judge = (packed: Packed, question: Question): Assessment => {
  const { asOf, market } = question
  const lastWeek = lastWeekKnown(asOf)
  const subject = unpack(packed, lastWeek)
  const finding = findingOf(subject, lastWeek, market, settingsOf(packed, lastWeek, question))
  const began = beganBy(finding, lastWeek)
  if (!finding.drifting || began === null) return finding
  const seenOn = packed.seenOn ?? began.low
  if (seenOn > began.low) return { ...finding, detectedOn: seenOn }
  const marketAt = (week: number) => marketSeen(market, week)
  const hindsight = { level: question.threshold ?? threshold, marketAt }
  return { ...finding, detectedOn: firstSeen(subject, finding, began, { ...hindsight, lastWeek }) }
}

/** The question asked again with one thing changed at a time; undefined for a partnership that does not drift. */
export const reconsider = (packed: Packed, question: Question) => {
  const lastWeek = lastWeekKnown(question.asOf)
  const asked = {
    subject: unpack(packed, lastWeek),
    lastWeek,
    shocks: question.market,
    settings: settingsOf(packed, lastWeek, question),
  }
  const finding = findingOf(asked.subject, lastWeek, asked.shocks, asked.settings)
  const told = whatWouldChange(asked, finding)
  return told && { ...told, probability: finding.probability, closesBelow: asked.settings.level }
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
