import type { Chance } from "#bench/drift/chance"
import type { Source } from "./sources.ts"

export type Observation = Readonly<{ value: number; n?: number }>

/** How far from usual a mean is: 1 is usual, 0 is nothing left, 3 is three times as much. */
type Observe = (factor: number) => Observation

/** One source of one partnership, asked week after week; its mood is autocorrelated. */
export const observerOf = (source: Source, level: number, rho: number, chance: Chance): Observe => {
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
      return (factor) => ({ value: negativeBinomial(level * factor * nextMood(), dispersion, chance) })
    }
    case "amount": {
      const deals = chance.between(0.6, 3)
      const tail = chance.between(0.6, 1.2)
      return (factor) => {
        let sum = 0
        for (let i = chance.poisson(deals * factor * nextMood()); i > 0; i--)
          sum += Math.exp(tail * chance.normal() - tail ** 2 / 2)
        return { value: Math.round((sum * level) / deals) }
      }
    }
    case "share": {
      const agreement = (0.5 * chance.between(15, 120)) / Math.min(level, 0.5)
      return (factor) => {
        const n = chance.poisson(behind)
        if (n === 0) return { value: Number.NaN }
        const odds = (level / (1 - level)) * nextMood()
        const p = Math.min(0.98, Math.max(0.002, (odds / (1 + odds)) * factor))
        const [yes, no] = [chance.gamma(p * agreement), chance.gamma((1 - p) * agreement)]
        return { value: rounded(chance.binomial(n, yes / (yes + no)) / n, 4), n }
      }
    }
    case "hours": {
      const within = chance.between(0.4, 0.9)
      return (factor) => {
        const n = chance.poisson(behind)
        const mean = level * factor * nextMood()
        if (n === 0) return { value: Number.NaN }
        let sum = 0
        for (let i = 0; i < n; i++) sum += mean * Math.exp(within * chance.normal() - within ** 2 / 2)
        return { value: rounded(sum / n, 2), n }
      }
    }
    case "meetings": {
      const every = Math.round(1 / level)
      let since = chance.whole(0, every - 1)
      return (factor) => {
        since = (since + 1) % every
        return { value: since === 0 && chance.happens(0.94 * factor) ? 1 : 0 }
      }
    }
    case "vacancy":
      return (factor) => ({ value: factor < 1 ? 7 : chance.happens(0.02) ? chance.whole(1, 4) : 0 })
    case "stock": {
      let held = level
      return (factor) => {
        held += 0.5 * (level * factor - held) + 0.03 * level * chance.normal()
        return { value: Math.max(0, Math.round(held)) }
      }
    }
    case "mark":
      return (factor) => ({ value: rounded(Math.min(source.most ?? 99, level * factor * nextMood()), 2) })
  }
}

const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits

const negativeBinomial = (mean: number, dispersion: number, chance: Chance): number =>
  mean <= 0 ? 0 : chance.poisson((chance.gamma(dispersion) * mean) / dispersion)
