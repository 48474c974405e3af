import type { Subject, WeeklySignal } from "#rules/drift"
import { type Case, isCalm } from "./truth.ts"
import { asked, type Verdict } from "./verdicts.ts"

/** Alarm week by week: from which week a method would say the trouble began, or undefined while it says nothing. */
type Alarms = (subject: Subject, lastWeek: number) => (week: number) => number | undefined

/** What is done today: look at silence, at a score, or run a textbook detector on a score. */
export const baselines: Readonly<Record<string, Alarms>> = {
  "no contact for 60 days": (subject) => silence(subject, 9),
  "no contact for 90 days": (subject) => silence(subject, 13),
  "health score below 60": (subject, last) => {
    const score = scoreOf(subject, last)
    return (week) => {
      const lately = [0, 1, 2, 3].map((back) => score.at(week - back))
      return lately.every((one) => one !== undefined && one < 0.6) ? week - 3 : undefined
    }
  },
  "CUSUM on the score": (subject, last) => cusum(scoreOf(subject, last)),
  "PELT on the score": (subject, last) => pelt(scoreOf(subject, last)),
}

export const verdictsOf = (alarms: Alarms, cases: readonly Case[]): readonly Verdict[] =>
  cases.map(({ subject, truth }) => {
    const alarm = alarms(subject, truth.lastWeek)
    let [calmWeeks, falseAlarms, was, detectedAt] = [0, 0, false, undefined as number | undefined]
    for (let week = Math.max(truth.firstWeek + 26, truth.lastWeek - asked.weeks); week <= truth.lastWeek; week++) {
      const isOn = alarm(week) !== undefined
      if (isCalm(truth, week)) {
        calmWeeks++
        if (isOn && !was) falseAlarms++
      } else if (isOn && !was) detectedAt = week
      was = isOn
    }
    const at = alarm(truth.lastWeek)
    const said = at === undefined ? {} : { onset: { at, low: at, high: at }, ...(detectedAt ? { detectedAt } : {}) }
    return { truth, drifting: at !== undefined, probability: at === undefined ? 0 : 1, calmWeeks, falseAlarms, ...said }
  })

const silence = ({ signals }: Subject, weeks: number) => {
  const contacts = signals.find(({ definition }) => definition.key === "two_way_contacts") as WeeklySignal
  return (week: number) => {
    for (let back = 0; back < weeks; back++)
      if ((contacts.values[week - back - contacts.firstWeek] ?? 0) > 0) return undefined
    return week - weeks + 1
  }
}

type Score = Readonly<{ first: number; values: readonly number[]; at: (week: number) => number | undefined }>

/** The usual health score: mean over the signals of this month against the first half year, each capped at 1. */
const scoreOf = ({ signals }: Subject, last: number): Score => {
  const first = Math.min(...signals.map(({ firstWeek }) => firstWeek))
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
  const present = (signal: WeeklySignal, from: number, to: number) =>
    [...signal.values.subarray(Math.max(0, from), Math.max(0, to))].filter((value) => !Number.isNaN(value))
  const parts = signals.map((signal) => {
    const usual = mean(present(signal, 0, 26))
    const late = signal.firstWeek - first
    return (i: number): number => {
      const lately = mean(present(signal, i - 3 - late, i + 1 - late))
      const ratio = signal.definition.worse === "lower" ? lately / usual : usual / lately
      return usual > 0 && !Number.isNaN(ratio) ? Math.min(1, ratio) : 1
    }
  })
  const values = Array.from({ length: last - first + 1 }, (_, i) => mean(parts.map((part) => part(i))))
  return { first, values, at: (week) => values[week - first] }
}

/** Page's CUSUM: reference and noise from the first half year, k = 0.5, h = 5. */
const cusum = ({ first, values }: Score) => {
  const start = values.slice(4, 30)
  const centre = start.reduce((a, b) => a + b, 0) / start.length
  const sd = Math.max(0.01, Math.sqrt(start.reduce((a, b) => a + (b - centre) ** 2, 0) / start.length))
  let [sum, zero] = [0, 30]
  const states = values.map((value, i) => {
    sum = i < 30 ? 0 : Math.max(0, sum + (centre - value) / sd - 0.5)
    if (sum === 0) zero = i
    return sum > 5 ? zero + 1 : undefined
  })
  return (week: number) => {
    const at = states[week - first]
    return at === undefined ? undefined : first + at
  }
}

/** Optimal partitioning with squared error and the BIC penalty; an alarm while the last level is below the one before. */
const pelt = ({ first, values }: Score) => {
  const n = values.length
  const sums = [0]
  const squares = [0]
  values.forEach((value, i) => {
    sums.push((sums[i] as number) + value)
    squares.push((squares[i] as number) + value * value)
  })
  const steps = values.slice(1).map((value, i) => Math.abs(value - (values[i] as number)))
  const sd = Math.max(0.01, (1.4826 * (steps.sort((a, b) => a - b)[n >> 1] ?? 0)) / Math.SQRT2)
  const cost = (a: number, b: number) =>
    ((squares[b] as number) - (squares[a] as number) - ((sums[b] as number) - (sums[a] as number)) ** 2 / (b - a)) /
    sd ** 2
  const best = [-3 * Math.log(n)]
  const previous = [0]
  for (let end = 1; end <= n; end++) {
    best[end] = Number.POSITIVE_INFINITY
    for (let at = 0; at < end; at++) {
      const score = (best[at] as number) + cost(at, end) + 3 * Math.log(n)
      if (score < (best[end] as number)) [best[end], previous[end]] = [score, at]
    }
  }
  const mean = (a: number, b: number) => ((sums[b] as number) - (sums[a] as number)) / (b - a)
  return (week: number) => {
    const end = week - first + 1
    const cut = previous[end] as number
    return cut > 0 && mean(cut, end) < mean(previous[cut] as number, cut) ? first + cut : undefined
  }
}
