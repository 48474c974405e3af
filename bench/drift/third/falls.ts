import type { Chance } from "#bench/drift/chance"
import { findSignal } from "#rules/metrics"
import type { Key } from "./sources.ts"
import type { Tale } from "./tales.ts"

/** One signal's fall: since when, so many weeks until it is all there, and how far it stands out half a year later. */
export type Fall = Readonly<{ week: number; takes: number; z: number }>

/** Weeks from the first fall to the last. */
const halfYear = 26

/** Four or five falls, one after another over half a year, and the strong one before them where it is recorded. */
export const fallsOf = (tale: Tale, keys: readonly Key[], onset: number, chance: Chance): ReadonlyMap<Key, Fall> => {
  const falls = new Map<Key, Fall>()
  const strong = tale.strong.filter((key) => keys.includes(key)).slice(0, 1)
  for (const key of strong) falls.set(key, { week: onset, takes: chance.pick([1, 1, 8]), z: chance.between(8, 18) })
  const waves = tale.waves.map((wave) => wave.filter((key) => keys.includes(key) && !falls.has(key)))
  const middling = waves.flat().slice(0, 5)
  const gap = halfYear / Math.max(1, middling.length - 1 + strong.length)
  middling.forEach((key, i) => {
    const at = (i + strong.length) * gap + (i + strong.length === 0 ? 0 : chance.between(-0.3, 0.3) * gap)
    falls.set(key, { week: onset + Math.round(at), takes: chance.pick([1, 1, 6, 13, 20]), z: chance.between(2, 6) })
  })
  return falls
}

/** How far along a fall is in a week, 0 to 1. */
const along = ({ week, takes }: Fall, at: number): number => Math.max(0, Math.min(1, (at - week + 1) / takes))

/** The share of its level that a signal must lose to stand out by z after half a year; of rises, what is added. */
export const sizeOf = (key: Key, { z }: Fall, calm: Readonly<{ mean: number; spread: number }>): number => {
  const isLower = findSignal(key)?.worse === "lower"
  const delta = z * calm.spread * Math.sqrt(1 / 80 + 1 / halfYear)
  return Math.max(0.12, Math.min(isLower ? 0.92 : 4, delta / Math.max(calm.mean, 1e-9)))
}

/** Times the usual in a week. */
export const timesAt = (key: Key, fall: Fall | undefined, size: number, week: number): number => {
  if (fall === undefined) return 1
  return 1 + (findSignal(key)?.worse === "lower" ? -size : size) * along(fall, week)
}

/**
 * By how much the fallen signals stand out together: differences of the means before and after, each over its standard error, added up
 * over the root of their number. Only signals that have lain lower for four weeks or more.
 */
export const addedUp = (
  fallen: readonly Readonly<{ key: Key; week: number; spread: number; firstWeek: number; values: Float64Array }>[],
): number => {
  const zs = fallen.flatMap(({ key, week, spread, firstWeek, values }) => {
    const [before, after] = [values.slice(0, week - firstWeek), values.slice(week - firstWeek)].map((part) =>
      part.filter((value) => !Number.isNaN(value)),
    ) as [Float64Array, Float64Array]
    if (after.length < 4 || before.length < 10) return []
    const mean = (of: Float64Array) => of.reduce((a, b) => a + b, 0) / of.length
    const moved = mean(before) - mean(after)
    const towards = findSignal(key)?.worse === "lower" ? moved : -moved
    return [towards / (Math.max(spread, 0.5) * Math.sqrt(1 / before.length + 1 / after.length))]
  })
  return zs.length === 0 ? 0 : zs.reduce((a, b) => a + b, 0) / Math.sqrt(zs.length)
}
