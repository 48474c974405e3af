import type { Chance } from "#bench/drift/chance"
import type { Source } from "./sources.ts"

export type Observation = Readonly<{ value: number; n?: number }>

/** How far from usual a mean is: 1 is usual, 0 is nothing left, 3 is three times as much. */
type Observe = (factor: number) => Observation

/** What was drawn of a source beside its level. */
export type Traits = Readonly<{
  rho: number
  spread: number
  dispersion?: number
  deals?: number
  tail?: number
  agreement?: number
  within?: number
  isDue?: (week: number) => boolean
}>

/** How often what is due happens; days of an absence that is none, and how often there is one; what a stock keeps of a week and its noise. */
export const habits = { held: 0.94, absence: 0.02, days: 4, keeps: 0.5, noise: 0.03 } as const

/** One source of one partnership, asked week after week; its mood is autocorrelated. */
export const observerOf = (
  source: Source,
  level: number,
  rho: number,
  chance: Chance,
): Readonly<{ observe: Observe; traits: Traits }> => {
  const spread = chance.between(0.06, 0.28)
  let mood = chance.normal()
  const nextMood = () => {
    mood = rho * mood + Math.sqrt(1 - rho * rho) * chance.normal()
    return Math.exp(spread * mood - (spread * spread) / 2)
  }
  const behind = source.behind ? chance.between(...source.behind) : 0
  switch (source.nature) {
    case "count": {
      const dispersion = chance.between(2, 20)
      const observe: Observe = (factor) => ({
        value: negativeBinomial(level * factor * nextMood(), dispersion, chance),
      })
      return { observe, traits: { rho, spread, dispersion } }
    }
    case "amount": {
      const deals = chance.between(0.6, 3)
      const tail = chance.between(0.6, 1.2)
      const observe: Observe = (factor) => {
        let sum = 0
        for (let i = chance.poisson(deals * factor * nextMood()); i > 0; i--)
          sum += Math.exp(tail * chance.normal() - tail ** 2 / 2)
        return { value: Math.round((sum * level) / deals) }
      }
      return { observe, traits: { rho, spread, deals, tail } }
    }
    case "share": {
      const agreement = (0.5 * chance.between(15, 120)) / Math.min(level, 0.5)
      const observe: Observe = (factor) => {
        const n = chance.poisson(behind)
        if (n === 0) return { value: Number.NaN }
        const odds = (level / (1 - level)) * nextMood()
        const p = Math.min(0.98, Math.max(0.002, (odds / (1 + odds)) * factor))
        const [yes, no] = [chance.gamma(p * agreement), chance.gamma((1 - p) * agreement)]
        return { value: rounded(chance.binomial(n, yes / (yes + no)) / n, 4), n }
      }
      return { observe, traits: { rho, spread, agreement } }
    }
    case "hours": {
      const within = chance.between(0.4, 0.9)
      const observe: Observe = (factor) => {
        const n = chance.poisson(behind)
        const mean = level * factor * nextMood()
        if (n === 0) return { value: Number.NaN }
        let sum = 0
        for (let i = 0; i < n; i++) sum += mean * Math.exp(within * chance.normal() - within ** 2 / 2)
        return { value: rounded(sum / n, 2), n }
      }
      return { observe, traits: { rho, spread, within } }
    }
    case "meetings": {
      const every = Math.round(1 / level)
      const first = chance.whole(0, every - 1)
      let since = first
      const observe: Observe = (factor) => {
        since = (since + 1) % every
        return { value: since === 0 && chance.happens(habits.held * factor) ? 1 : 0 }
      }
      return { observe, traits: { rho, spread, isDue: (week) => (first + 1 + week) % every === 0 } }
    }
    case "vacancy": {
      const passing = () => (chance.happens(habits.absence) ? chance.whole(1, habits.days) : 0)
      return { observe: (factor) => ({ value: factor < 1 ? 7 : passing() }), traits: { rho, spread } }
    }
    case "stock": {
      let held = level
      const observe: Observe = (factor) => {
        held += (1 - habits.keeps) * (level * factor - held) + habits.noise * level * chance.normal()
        return { value: Math.max(0, Math.round(held)) }
      }
      return { observe, traits: { rho, spread } }
    }
    case "mark": {
      const observe: Observe = (factor) => ({
        value: rounded(Math.min(source.most ?? 99, level * factor * nextMood()), 2),
      })
      return { observe, traits: { rho, spread } }
    }
  }
}

const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits

const negativeBinomial = (mean: number, dispersion: number, chance: Chance): number =>
  mean <= 0 ? 0 : chance.poisson((chance.gamma(dispersion) * mean) / dispersion)
