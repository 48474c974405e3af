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
    const all = (times: number) => {
      for (let k = 0; k < times; k++) for (const values of series) detectOnset(values, ask)
    }
    all(20) // compiled before it counts
    return Math.round((10 * series.length) / (spent(() => all(10)) / 1000))
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

const spent = (work: () => unknown): number => {
  const start = process.cpuUsage()
  work()
  return process.cpuUsage(start).user / 1000
}
