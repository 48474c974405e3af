import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"

/** What a company is looked at for, in the field's own division. */
export const dimensions = ["strategic", "commercial_capability", "market_coverage", "operational", "cultural"] as const
export type Dimension = (typeof dimensions)[number]

/** The answers there are. Each is anchored by a sentence, so that two people mean the same by it. */
export const levels = [0, 25, 50, 75, 100] as const
export type Level = (typeof levels)[number]

/** One question of an ideal profile. `weight` is what it counts beside the others, as they stand together: they need not make 100. */
export type Criterion = Readonly<{
  /** Stays when the wording or the weight changes, so that versions can be compared. */
  key: string
  dimension: Dimension
  weight: number
  question: string
  /** A sentence per level, in the order of `levels`. */
  anchors: string[]
  /** At the lowest level nothing else counts any more. */
  isKnockOut: boolean
}>

export const mostCriteria = 40

/** Whether criteria can be a yardstick: each has a name of its own and a sentence for every level, and one of them has a weight. */
export const decideYardstick = (
  criteria: readonly Criterion[],
): true | Refusal<"no-criteria" | "criterion-twice" | "anchor-missing" | "weightless"> => {
  if (criteria.length === 0) return refuse("no-criteria", { field: "criteria" })
  const keys = criteria.map(({ key }) => key)
  const twice = keys.find((key, place) => keys.indexOf(key) !== place)
  if (twice !== undefined) return refuse("criterion-twice", { field: "criteria", criterion: twice })
  const bare = criteria.find(({ anchors }) => levels.some((_, place) => (anchors[place] ?? "").trim() === ""))
  if (bare) return refuse("anchor-missing", { field: "criteria", criterion: bare.key })
  return criteria.some(({ weight }) => weight > 0) || refuse("weightless", { field: "criteria" })
}

/** Whether two yardsticks measure alike, whatever their questions are worded like. */
export const measureAlike = (one: readonly Criterion[], other: readonly Criterion[]): boolean =>
  said(one) === said(other)

const said = (criteria: readonly Criterion[]): string =>
  JSON.stringify(
    [...criteria]
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ key, dimension, weight, anchors, isKnockOut }) => [key, dimension, weight, anchors, isKnockOut]),
  )
