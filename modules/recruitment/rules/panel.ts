import { type Dimension, dimensions } from "./profile.ts"
import type { Score } from "./score.ts"

/** What one assessor's answers came to. */
export type Scored = Readonly<{ assessor: string; score: Score }>

/** How far assessors are apart, and in what. */
export type Spread = Readonly<{ dimension: Dimension; points: number; lowest: string; highest: string }>

/** What several assessors say together. */
export type Verdict = Readonly<{
  /** The mean of the assessors' totals; null as long as nobody's answers come to one. */
  total: number | null
  /** The highest total less the lowest; null with fewer than two. */
  spread: number | null
  byDimension: Readonly<Partial<Record<Dimension, number>>>
  /** Per dimension, the furthest apart first. */
  disagreements: Spread[]
  /** Who knocked it out, and by which criteria. A total beside it is none that could pass. */
  knockOuts: Readonly<{ assessor: string; criteria: string[] }>[]
}>

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((all, each) => all + each, 0) / values.length

/** Puts assessors' scores together without hiding any of them: a knock-out is carried out of the mean, not averaged into it. */
export const verdictOf = (scored: readonly Scored[]): Verdict => {
  const totals = scored.flatMap(({ score: { total } }) => (total === null ? [] : [total]))
  const byDimension = dimensions.flatMap((dimension) => {
    const value = meanOf(valuesIn(scored, dimension).map(([, points]) => points))
    return value === null ? [] : [[dimension, value] as const]
  })
  return {
    total: meanOf(totals),
    spread: totals.length < 2 ? null : Math.max(...totals) - Math.min(...totals),
    byDimension: Object.fromEntries(byDimension),
    disagreements: dimensions
      .flatMap((dimension) => spreadIn(scored, dimension) ?? [])
      .sort((one, other) => other.points - one.points),
    knockOuts: scored.flatMap(({ assessor, score: { knockedOutBy } }) =>
      knockedOutBy.length === 0 ? [] : [{ assessor, criteria: knockedOutBy }],
    ),
  }
}

const valuesIn = (scored: readonly Scored[], dimension: Dimension): (readonly [string, number])[] =>
  scored.flatMap(({ assessor, score }) => {
    const value = score.byDimension[dimension]
    return value === undefined ? [] : [[assessor, value] as const]
  })

const spreadIn = (scored: readonly Scored[], dimension: Dimension): Spread | undefined => {
  const values = valuesIn(scored, dimension).sort(([, one], [, other]) => one - other)
  const [lowest, highest] = [values[0], values.at(-1)]
  if (values.length < 2 || !lowest || !highest) return undefined
  return { dimension, points: highest[1] - lowest[1], lowest: lowest[0], highest: highest[0] }
}

/** How one stands among others; null is what the reader may not know yet. */
type Standing = Readonly<{ total: number | null; knockOuts: readonly unknown[] }> | null

/** The best first; what was knocked out below all others, what nobody has scored, or the reader may not know, between them. */
export const byStanding = (one: Standing, other: Standing): number =>
  rank(one) - rank(other) || (other?.total ?? 0) - (one?.total ?? 0)

const rank = (standing: Standing): number => {
  if (standing !== null && standing.knockOuts.length > 0) return 2
  return standing === null || standing.total === null ? 1 : 0
}
