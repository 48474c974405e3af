import { alarmsIn, type Figure, figure, scoresOf } from "#bench/drift/score"
import type { Truth } from "#bench/drift/truth"
import type { Verdict } from "#bench/drift/verdicts"
import type { Trace } from "./trace.ts"

/** Weeks from the onset to the alarm, or to the end of the record where none came. */
type Wait = Readonly<{ weeks: number; isOver: boolean }>
type Pair = Readonly<{ truth: Truth; ours: Wait; limit: Wait }>

/**
 * The median wait when some were not over at the end of their record (Kaplan and Meier 1958): who began to drift lately and is not seen yet is
 * neither left out nor counted as missed. NaN while less than half is seen.
 */
export const medianWait = (waits: readonly Wait[]): number => {
  let [share, left] = [1, waits.length]
  for (const { weeks, isOver } of [...waits].sort((a, b) => a.weeks - b.weeks || Number(b.isOver) - Number(a.isOver))) {
    if (isOver) share *= 1 - 1 / left
    left--
    if (share <= 0.5) return weeks
  }
  return Number.NaN
}

/** False alarms a year as our own are counted: the question is asked every so many weeks, an alarm that stays is one. */
export const falseAlarmsAt = (level: number, traces: readonly Trace[], every: number): number => {
  const alarms = traces.reduce((sum, { calm }) => sum + alarmsIn(calm, level), 0)
  return (52.18 * alarms) / (every * traces.reduce((sum, { calm }) => sum + calm.length, 0))
}

/** The lowest level that keeps to so many false alarms a year: to a fiftieth of a nat, between an alarm every week and one in a million years. */
export const levelFor = (budget: number, traces: readonly Trace[], every: number): number => {
  let level = 18
  while (level > 0 && falseAlarmsAt(level - 0.02, traces, every) <= budget) level -= 0.02
  return level
}

const waitOf = (since: readonly number[], level: number, truth: Truth): Wait => {
  const at = since.findIndex((log) => log >= level)
  return at < 0 ? { weeks: ageOf(truth), isOver: false } : { weeks: at, isOver: true }
}

const ageOf = ({ lastWeek, onset = lastWeek }: Truth): number => lastWeek - onset + 1

const ourWait = ({ truth, drifting, detectedAt }: Verdict): Wait =>
  drifting && detectedAt !== undefined
    ? { weeks: detectedAt - (truth.onset ?? 0), isOver: true }
    : { weeks: ageOf(truth), isOver: false }

/** Who drifts, less who was said to by either before anything had begun: that was a false alarm, and its date is another's. */
const pairsOf = (verdicts: readonly Verdict[], traces: readonly Trace[], level: number): readonly Pair[] =>
  verdicts.flatMap((verdict, i) => {
    const { truth } = verdict
    const { before, since } = traces[i] as Trace
    const ours = ourWait(verdict)
    if (truth.fate !== "drift" || before >= level || ours.weeks < 0) return []
    return [{ truth, ours, limit: waitOf(since, level, truth) }]
  })

const ours = (pairs: readonly Pair[]): number => medianWait(pairs.map((pair) => pair.ours))
const limits = (pairs: readonly Pair[]): number => medianWait(pairs.map((pair) => pair.limit))

export type Waits = Readonly<{ ours: Figure; limit: Figure; ratio: Figure; falseAlarms: number }>
/** `found` are shares of those who drift, by the end of their records. */
export type Group = Readonly<{
  name: string
  count: number
  ours: number
  limit: number
  found: Readonly<{ ours: number; limit: number }>
}>

const foundOf = (waits: readonly Wait[]): number => waits.filter(({ isOver }) => isOver).length / waits.length

const waitsOf = (pairs: readonly Pair[], falseAlarms: number): Waits => ({
  ours: figure(pairs, ours),
  limit: figure(pairs, limits),
  ratio: figure(pairs, (some) => ours(some) / limits(some)),
  falseAlarms,
})

/** A chair that is empty for all of seven days is a certainty to who knows the generator. */
const isChair = ({ cause }: Truth): boolean => cause?.endsWith("people_loss") === true

/** Courses as they are compared: ramps by whether they take more than half a year. */
const courseOf = ({ shape }: Truth): string =>
  shape?.name === "ramp" ? `ramp, ${shape.weeks <= 26 ? "to" : "over"} 26 weeks` : (shape?.name ?? "")

/** How late we are beside the earliest that is possible, over one generator's worlds. */
export const limitScores = (verdicts: readonly Verdict[], traces: readonly Trace[], every: number) => {
  const budget = scoresOf(verdicts).falseAlarms.value
  const at = (allowed: number) => {
    const level = levelFor(allowed, traces, every)
    return { pairs: pairsOf(verdicts, traces, level), falseAlarms: falseAlarmsAt(level, traces, every) }
  }
  const { pairs, falseAlarms } = at(budget)
  const allowed = at(0.05)
  const by = (key: (truth: Truth) => string): readonly Group[] =>
    [...Map.groupBy(pairs, ({ truth }) => key(truth))]
      .map(([name, some]) => ({
        ...{ name, count: some.length, ours: ours(some), limit: limits(some) },
        found: { ours: foundOf(some.map((pair) => pair.ours)), limit: foundOf(some.map((pair) => pair.limit)) },
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  return {
    drifts: pairs.length,
    ourFalseAlarms: budget,
    all: waitsOf(pairs, falseAlarms),
    unchaired: waitsOf(
      pairs.filter(({ truth }) => !isChair(truth)),
      falseAlarms,
    ),
    atBudget: { limit: figure(allowed.pairs, limits), falseAlarms: allowed.falseAlarms },
    causes: by(({ cause }) => (cause ?? "").replaceAll("_", " ")),
    courses: by(courseOf),
  }
}

export type LimitScores = ReturnType<typeof limitScores>
