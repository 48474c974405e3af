import { median, robustDeviation } from "#core/stats/median"
import { type Kind, stabilise } from "#core/stats/stabilise"
import type { Subject, WeeklySignal } from "./finding.ts"

/** A movement that like partnerships made together, from a week on. `size` is a log ratio, or a difference for proportions and levels. */
export type Shock = Readonly<{ type: string; signal: string; week: number; size: number }>

/** Like partnerships needed before their movement is called the market. */
const leastCohort = 5
const span = 26
const leastSize = 0.2

/**
 * Movements shared by like partnerships (same type, same signal).
 *
 * For each week every member's movement is its mean over the 26 weeks from then on against the 26 before, measured in its own usual
 * movements. The median over the members stays near zero while partnerships rise and fall one by one; a
 * shock is a peak of it beyond 1.5, and beyond 3.2 of its standard errors. O(members x weeks) per cohort.
 */
export const shocksOf = (subjects: readonly Subject[], lastWeek: number): readonly Shock[] => {
  const cohorts = new Map<string, WeeklySignal[]>()
  for (const { type, signals } of subjects) {
    for (const signal of signals) {
      const key = `${type}\n${signal.definition.key}`
      const cohort = cohorts.get(key) ?? []
      cohort.push(signal)
      cohorts.set(key, cohort)
    }
  }
  return [...cohorts].flatMap(([key, members]) => {
    const [type, signal] = key.split("\n") as [string, string]
    return members.length < leastCohort ? [] : peaksOf(members, lastWeek).map((peak) => ({ type, signal, ...peak }))
  })
}

/**
 * The values as they would have been without what the whole market did since the signal began. A zero stays a zero, and
 * the mean stays the mean, so counts keep about their own noise.
 */
export const withoutMarket = (
  { definition, firstWeek, values }: WeeklySignal,
  shocks: readonly Shock[],
): Float64Array => {
  const own = shocks.filter(({ week }) => week > firstWeek && week < firstWeek + values.length)
  if (own.length === 0) return values
  const cleaned = values.map((value, i) => {
    const shift = own.reduce((sum, shock) => (firstWeek + i >= shock.week ? sum + shock.size : sum), 0)
    return shift === 0 ? value : shifted(value, -shift, definition.kind)
  })
  if (!isRelative(definition.kind)) return cleaned
  const ratio = total(values) / Math.max(total(cleaned), 1e-12)
  return cleaned.map((value) => value * ratio)
}

const total = (values: Float64Array): number =>
  values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value), 0)

const isRelative = (kind: Kind): boolean => kind === "count" || kind === "amount" || kind === "latency"

const shifted = (value: number, by: number, kind: Kind): number => {
  if (isRelative(kind)) return value * Math.exp(by)
  if (kind === "level") return value + by
  const angle = 2 * Math.asin(Math.sqrt(Math.min(1, Math.max(0, value)))) + by
  return Math.sin(Math.min(Math.PI, Math.max(0, angle)) / 2) ** 2
}

const peaksOf = (members: readonly WeeklySignal[], lastWeek: number): { week: number; size: number }[] => {
  const movements = members.map((member) => movementOf(member, lastWeek))
  const usual = movements.map((movement) => Math.max(robustDeviation(movement) ?? 0, 0.02))
  const start = Math.min(...members.map((member) => member.firstWeek))
  const found: { week: number; size: number; strength: number }[] = []
  for (let week = start; week <= lastWeek; week++) {
    const sizes: number[] = []
    const strengths: number[] = []
    members.forEach((member, k) => {
      const movement = movements[k]?.[week - member.firstWeek]
      if (movement === undefined || Number.isNaN(movement)) return
      sizes.push(movement)
      strengths.push(movement / (usual[k] as number))
    })
    if (sizes.length < leastCohort) continue
    const strength = median(strengths) as number
    const size = median(sizes) as number
    const needed = Math.max(1.5, (3.2 * 1.25) / Math.sqrt(sizes.length))
    if (Math.abs(strength) > needed && Math.abs(size) > leastSize) found.push({ week, size, strength })
  }
  return separatePeaks(found)
}

/** The strongest of every stretch of weeks that lie closer together than a span. */
const separatePeaks = (found: readonly { week: number; size: number; strength: number }[]) => {
  const peaks: { week: number; size: number }[] = []
  for (const { week, size } of [...found].sort((a, b) => Math.abs(b.strength) - Math.abs(a.strength))) {
    if (peaks.every((peak) => Math.abs(peak.week - week) > span)) peaks.push({ week, size })
  }
  return peaks
}

/** The movement at every index; NaN with fewer than 6 values on a side. Linear time by prefix sums. */
const movementOf = ({ values, definition, sizes, firstWeek }: WeeklySignal, lastWeek: number): Float64Array => {
  const { kind } = definition
  const length = Math.min(values.length, Math.max(0, lastWeek - firstWeek + 1))
  const scaled = kind === "proportion" ? stabilise(values, kind, sizes).values : values
  const sums = new Float64Array(length + 1)
  const counts = new Float64Array(length + 1)
  for (let i = 0; i < length; i++) {
    const missing = Number.isNaN(scaled[i])
    sums[i + 1] = (sums[i] as number) + (missing ? 0 : (scaled[i] as number))
    counts[i + 1] = (counts[i] as number) + (missing ? 0 : 1)
  }
  const pad = 0.1 * Math.abs((sums[length] as number) / Math.max(1, counts[length] as number)) + 1e-9
  return new Float64Array(length).map((_, i) => {
    const low = Math.max(0, i - span)
    const high = Math.min(length, i + span)
    const past = (counts[i] as number) - (counts[low] as number)
    const next = (counts[high] as number) - (counts[i] as number)
    if (past < 6 || next < 6) return Number.NaN
    const before = ((sums[i] as number) - (sums[low] as number)) / past
    const after = ((sums[high] as number) - (sums[i] as number)) / next
    return isRelative(kind) ? Math.log((Math.max(0, after) + pad) / (Math.max(0, before) + pad)) : after - before
  })
}
