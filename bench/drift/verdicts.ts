import { weekFromNumber, weekNumber } from "#core/time"
import { type Assessment, assessPortfolio } from "#rules/drift"
import { type Case, isCalm, type Truth } from "./truth.ts"

/** What is said of one partnership: the exchange format's object. */
export type Answer = Omit<Assessment, "silentSince" | "fromTheStart">

/** What a method said about one partnership at the end, and when it raised its hand before. */
export type Verdict = Readonly<{
  truth: Truth
  probability: number
  drifting: boolean
  onset?: Readonly<{ at: number; low: number; high: number }>
  detectedAt?: number
  /** Weeks asked while nothing was wrong, and alarms newly raised in them. */
  calmWeeks: number
  falseAlarms: number
  /** What was said in each of these weeks. */
  calm?: readonly number[]
  finding?: Answer
}>

/** The question is asked again and again over the last two years, as a workspace would. */
export const asked = { weeks: 104, every: 4 }

/** Answers about a portfolio as known when `week` was over, in the order of the cases. */
export type Asking = Readonly<{ week: number; answers: readonly Answer[] }>

/** The weeks in which the question is asked, the end last. */
export const weeksAsked = (last: number, every = asked.every): readonly number[] =>
  Array.from({ length: Math.floor(asked.weeks / every) + 1 }, (_, i) => last - asked.weeks + i * every)

/** Keelson's own answers through its public door. */
export const askInProcess = (cases: readonly Case[], weeks: readonly number[]): readonly Asking[] => {
  const subjects = cases.map(({ subject }) => subject)
  return weeks.map((week) => ({ week, answers: [...assessPortfolio(subjects, weekFromNumber(week + 1))] }))
}

/** What the answers come to: the last asking counts as the verdict, the ones before it as chances for false alarms. */
export const judge = (cases: readonly Case[], askings: readonly Asking[]): readonly Verdict[] =>
  cases.map(({ truth }, i) => {
    let [calmWeeks, falseAlarms, was] = [0, 0, false]
    const calm: number[] = []
    for (const [k, { week, answers }] of askings.entries()) {
      const { scored, drifting, probability } = answers[i] as Answer
      if (!scored || !isCalm(truth, week)) continue
      calm.push(probability)
      calmWeeks += k > 0 ? week - (askings[k - 1] as Asking).week : (askings[1]?.week ?? week) - week
      if (drifting && !was) falseAlarms++
      was = drifting
    }
    const finding = askings.at(-1)?.answers[i] as Answer
    const { onset, detectedOn, probability, drifting } = finding
    const dated = onset && {
      at: weekNumber(onset.date),
      low: weekNumber(onset.low),
      high: weekNumber(onset.high),
    }
    return {
      truth,
      probability,
      drifting,
      calmWeeks,
      falseAlarms,
      calm,
      finding,
      ...(dated ? { onset: dated } : {}),
      ...(detectedOn ? { detectedAt: weekNumber(detectedOn) - 1 } : {}),
    }
  })
