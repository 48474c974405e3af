import type { Chance } from "#bench/drift/chance"
import type { Source } from "./sources.ts"

/** One week of a source: what is read, of how many, and whether anything was due. */
export type Week = Readonly<{ value: number; n?: number; isDue?: boolean }>

/** Asked for a mean of `times` the usual; its mood lasts from week to week by `lasting`. */
export type Draw = (times: number) => Week

/** What a source of one partnership is like: its level, how long moods last, how much they sway it, how even its arrivals are. */
export type Temper = Readonly<{ level: number; lasting: number; unrest: number; evenness: number }>

/** How often what is due happens, by how much less a mood sways trials, days of an absence that is none and how often there is one, the shape of waits and sales. */
export const habits = { held: 0.95, trials: 0.3, absence: 0.015, days: 5, heavy: 1.2, sales: 2 } as const

/** A source of one partnership at its own level. Each call of `next` is one week later. */
export const drawsOf = (source: Source, level: number, lasting: number, chance: Chance) => {
  const unrest = chance.between(0.05, 0.22)
  const behind = (source.trials ?? 0) * chance.between(0.6, 1.8)
  const evenness = chance.between(3, 12)
  let mood = chance.normal()
  const swing = () => {
    mood = lasting * mood + Math.sqrt(1 - lasting ** 2) * chance.normal()
    return 1 + unrest * Math.max(-3, Math.min(3, mood))
  }
  const many = () => chance.poisson(behind)
  const heavy = () => chance.gamma(habits.heavy) / habits.heavy
  let due = chance.between(0, 1)
  const most = source.most ?? Number.POSITIVE_INFINITY
  const drawn: Readonly<Record<Source["from"], Draw>> = {
    arrivals: (times) => ({
      value: chance.poisson((level * times * swing() * chance.gamma(evenness)) / evenness),
    }),
    beats: (times) => {
      due += level
      if (due < 1) return { value: 0 }
      due -= 1
      return { value: chance.happens(habits.held * times) ? 1 : 0, isDue: true }
    },
    trials: (times) => {
      const n = many()
      const p = Math.min(source.most ?? 0.99, level * times * (1 + habits.trials * (swing() - 1)))
      return n === 0 ? { value: Number.NaN } : { value: chance.binomial(n, Math.max(0.001, p)) / n, n }
    },
    waits: (times) => {
      const n = many()
      if (n === 0) return { value: Number.NaN }
      let sum = 0
      for (let i = 0; i < n; i++) sum += heavy()
      return { value: Math.round((10 * level * times * swing() * sum) / n) / 10, n }
    },
    sales: (times) => {
      let sum = 0
      for (let i = chance.poisson(habits.sales * times * swing()); i > 0; i--) sum += (level / habits.sales) * heavy()
      return { value: Math.round(sum) }
    },
    gauge: (times) => ({ value: Math.round(100 * Math.min(most, level * times * swing())) / 100 }),
    empty: (times) => ({ value: times > 1 ? 7 : chance.happens(habits.absence) ? chance.whole(1, habits.days) : 0 }),
  }
  const temper: Temper = { level, lasting, unrest, evenness }
  return { next: drawn[source.from], temper }
}

/** Mean and spread of a week while nothing happens, and `lasting`: the spread as means over a quarter show it, in which moods that last count. */
export type Calm = Readonly<{ mean: number; spread: number; lasting: number }>

/** Looked at for fifteen years, a quarter at a time. */
export const calmOf = (next: Draw): Calm => {
  const quarters = Array.from({ length: 60 }, () =>
    Array.from({ length: 13 }, () => next(1).value).filter((value) => !Number.isNaN(value)),
  )
  const one = varianceOf(quarters.flat())
  const many = varianceOf(quarters.filter((quarter) => quarter.length > 0).map(meanOf))
  return { mean: meanOf(quarters.flat()), spread: Math.sqrt(one), lasting: Math.sqrt(13 * many) }
}

const meanOf = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0) / of.length
const varianceOf = (of: readonly number[]): number => {
  const mean = meanOf(of)
  return of.reduce((sum, one) => sum + (one - mean) ** 2, 0) / of.length
}
