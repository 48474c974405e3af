import { bandOf } from "#core/changepoint/verdict/band"
import type { Change } from "./change.ts"
import { compare, firstOf, type WeekDistribution } from "./join.ts"
import { type Pattern, roleOf } from "./patterns.ts"

/** One signal and P(it belongs to the drift). */
export type Weighed = Readonly<{ change: Change; inclusion: number }>

/** Chance that a signal moves though the cause says nothing of it. */
export const unlisted = 0.12

/** Chance that a cause moves a signal at all. */
export const chanceOf = (pattern: Pattern, change: Change): number => {
  const role = roleOf(change.signal.definition)
  for (const stage of pattern.stages) if (stage[role] !== undefined) return stage[role]
  return unlisted
}

/** Chance that a movement is large enough to be seen, and weeks until most of those that follow have come. */
const visible = 0.75
const following = 13

/** Which share of the followers a drift can have shown by now. */
export const maturityOf = ({ weights }: WeekDistribution): number => {
  const weeksSince = weights.length - (bandOf(weights)?.index ?? 0)
  return visible * (1 - Math.exp(-weeksSince / following))
}

/** Chance that a signal is seen to have moved: those of the first stage at once, the others as the drift matures. */
const chanceSeen = (pattern: Pattern, change: Change, maturity: number): number => {
  const chance = chanceOf(pattern, change)
  const isFirst = pattern.stages[0]?.[roleOf(change.signal.definition)] !== undefined
  return isFirst || chance === unlisted ? chance : Math.max(unlisted, chance * maturity)
}

/** Chance of any signal moving where no pattern tells the cause. */
const anyMoves = 0.3

/** Is anything watched that this cause would move first? If not, and nothing is on record, it keeps its prior and no more. */
export const isObserved = (pattern: Pattern, signals: readonly Weighed[]): boolean =>
  signals.some(({ change }) => pattern.stages[0]?.[roleOf(change.signal.definition)] !== undefined)

/** Log chance of just these signals having moved, for a cause that no pattern tells. */
export const unknown = (signals: readonly Weighed[]): number =>
  signals.reduce((sum, { inclusion }) => sum + Math.log(anyMoves * inclusion + (1 - anyMoves) * (1 - inclusion)), 0)

/** Log chance of just these signals having moved, for a cause with a pattern. */
export const membership = (pattern: Pattern, signals: readonly Weighed[], maturity: number): number =>
  signals.reduce((sum, { change, inclusion }) => {
    const chance = chanceSeen(pattern, change, maturity)
    return sum + Math.log(chance * inclusion + (1 - chance) * (1 - inclusion))
  }, 0)

/** Did the first stage lead, and did each later stage follow? Answered with the onset posteriors, averaged over pairs. */
export const order = (pattern: Pattern, moved: readonly Change[], isOnRecord: boolean): number => {
  const stages = pattern.stages.map((stage) =>
    firstOf(moved.filter((change) => stage[roleOf(change.signal.definition)] !== undefined)),
  )
  const lead = stages[0]
  const others = firstOf(moved.filter((change) => pattern.stages[0]?.[roleOf(change.signal.definition)] === undefined))
  let score = 0
  if (lead === undefined) score += isOnRecord ? Math.log(0.7) : 1.5 * Math.log(0.1)
  else if (others !== undefined) score += 1.5 * Math.log(0.05 + 0.95 * notAfter(lead, others))
  const present = stages.filter((stage) => stage !== undefined)
  let pairs = 0
  let sum = 0
  for (let i = 0; i + 1 < present.length; i++) {
    sum += Math.log(0.1 + 0.9 * notAfter(present[i] as WeekDistribution, present[i + 1] as WeekDistribution))
    pairs++
  }
  return score + (pairs > 0 ? (sum / pairs) * Math.min(pairs, 2) : 0)
}

const notAfter = (a: WeekDistribution, b: WeekDistribution): number => {
  const { before, same } = compare(a, b)
  return before + same / 2
}
