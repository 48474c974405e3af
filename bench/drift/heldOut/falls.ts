import type { Chance } from "#bench/drift/chance"
import { findSignal } from "#rules/metrics"
import { causes } from "./causes.ts"
import { type Drawn, drawCourse } from "./courses.ts"
import { shuffled } from "./habits.ts"
import { type Key, sources } from "./sources.ts"

/** What a cause does to one signal. */
export type Fall = Readonly<{
  week: number
  by: number
  course: Drawn
  factor: (week: number) => number
  /** Weeks after which the factor stays as it is. */
  settled: number
}>

/** The falls of a drift, who was first, and the course that is told of it: the first signal's. */
export const fallsOf = (cause: string, keys: readonly Key[], onset: number, chance: Chance) => {
  const loss = chance.happens(0.6) ? chance.between(0.5, 0.95) : chance.between(0.2, 0.5)
  const course = drawCourse(chance)
  const falls = new Map<Key, Fall>()
  let at = onset
  for (const [i, stage] of (causes[cause]?.stages ?? []).entries()) {
    if (i > 0) at += chance.whole(...stage.wait)
    const there = shuffled(stage.signals, chance).filter((key) => keys.includes(key) && !falls.has(key))
    for (const [k, key] of there.entries()) {
      const isFirst = i === 0 && k === 0
      if (!isFirst && !chance.happens(k === 0 ? Math.max(0.8, stage.chance) : stage.chance)) continue
      const week = isFirst ? onset : at + chance.whole(0, 3)
      const own = i === 0 || chance.happens(0.5) ? course : drawCourse(chance)
      falls.set(key, fallOf(key, week, isFirst ? loss : loss * chance.between(0.7, 1), own, chance))
    }
  }
  const first = [...falls].filter(([, { week }]) => week <= onset + 2).map(([key]) => findSignal(key)?.side as string)
  return {
    falls,
    course: { name: course.name, weeks: course.weeks },
    side: new Set(first).size === 1 ? (first[0] as string) : "both",
  }
}

/** A vacancy is there from one day to the next and may end with a successor; what should not rise, rises as 1 / (1 - loss). */
const fallOf = (key: Key, week: number, by: number, course: Drawn, chance: Chance): Fall => {
  if (sources[key].nature === "vacancy") {
    const until = chance.happens(0.35) ? week + chance.whole(12, 40) : Number.POSITIVE_INFINITY
    const settled = Number.isFinite(until) ? until - week : 1
    return { week, by, course, settled, factor: (at) => (at >= week && at < until ? 0 : 1) }
  }
  const most = sources[key].nature === "mark" ? 2.2 : 5
  const rise = Math.min(most, 1 / (1 - by)) - 1
  const isLower = findSignal(key)?.worse === "lower"
  return {
    week,
    by,
    course,
    settled: course.settled,
    factor: (at) => (isLower ? 1 - by * course.share(at - week) : 1 + rise * course.share(at - week)),
  }
}
