import { type DetectOptions, detectOnset } from "#core/changepoint/detect"
import { segment } from "#core/changepoint/segment"
import { chanceFrom } from "./chance.ts"

/** Series a second on one core, from the processor's own time, and milliseconds for one segmentation. */
export const speedOf = () => {
  const chance = chanceFrom(3)
  const counts = (fall: number) =>
    Array.from({ length: 200 }, () =>
      Float64Array.from({ length: 156 }, (_, i) => chance.poisson(i < 100 ? 5 : 5 - fall)),
    )
  const ask: DetectOptions = { kind: "count", worse: "lower" }
  const perSecond = (series: readonly Float64Array[]) => {
    const all = () => {
      for (const values of series) detectOnset(values, ask)
    }
    turnsIn(400, all) // compiled before it counts
    return Math.round(series.length * turnsIn(400, all))
  }
  const milliseconds = (length: number) => {
    const values = Float64Array.from({ length }, (_, i) => chance.normal() + (i > length / 2 ? 2 : 0))
    const times = length > 5000 ? 1 : 50
    const all = () => Array.from({ length: times }, () => segment([values]))
    all() // compiled before it counts
    return spent(all) / times
  }
  const [steady, fallen] = [counts(0), counts(3.5)]
  return {
    quiet: perSecond(steady),
    changed: perSecond(fallen),
    portfolio: perSecond(steady.map((values, i) => (i % 10 === 0 ? (fallen[i] as Float64Array) : values))),
    thousand: milliseconds(1000),
    many: milliseconds(100_000),
  }
}

/** Turns a second, over as many as fill so many milliseconds. */
const turnsIn = (milliseconds: number, work: () => unknown): number => {
  const start = process.cpuUsage()
  let turns = 0
  let used = 0
  for (; used < milliseconds; used = process.cpuUsage(start).user / 1000) {
    work()
    turns++
  }
  return turns / (used / 1000)
}

const spent = (work: () => unknown): number => {
  const start = process.cpuUsage()
  work()
  return process.cpuUsage(start).user / 1000
}
