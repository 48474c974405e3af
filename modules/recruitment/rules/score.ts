import { type Criterion, type Dimension, dimensions, type Level } from "./profile.ts"

/** How sure somebody is of an answer. */
export const confidences = ["low", "medium", "high"] as const
export type Confidence = (typeof confidences)[number]

/** One answer of one assessor. What is not answered is left out, or has no level: it is not nought. */
export type Answer = Readonly<{
  criterion: string
  level: Level | null
  confidence: Confidence
  /** Why, in the assessor's words, and where it can be looked up. */
  note: string
  links: string[]
}>

/** What one assessor's answers come to. */
export type Score = Readonly<{
  /** 0 to 100: the answered levels by their weight. Null is not scored: nothing with a weight was answered. */
  total: number | null
  /** The share of the weight that was answered, 0 to 1. */
  answered: number
  unanswered: string[]
  byDimension: Readonly<Partial<Record<Dimension, number>>>
  /** Criteria whose lowest level was given and that allow none. */
  knockedOutBy: string[]
}>

type Answered = Readonly<{ criterion: Criterion; level: Level | null }>

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0)

/** The levels by their weight; null where nothing with a weight was answered. */
const mean = (answers: readonly Answered[]): number | null => {
  const given = answers.flatMap(({ criterion, level }) => (level === null ? [] : [{ weight: criterion.weight, level }]))
  const weight = sum(given.map((each) => each.weight))
  return weight === 0 ? null : sum(given.map((each) => each.weight * each.level)) / weight
}

/**
 * What answers come to on a yardstick. What is unanswered takes no part, so that 65 over nine tenths of the weight is not 58.
 * Answers to questions that the yardstick does not ask are not counted. O(criteria x answers).
 */
export const scoreOf = (criteria: readonly Criterion[], answers: readonly Answer[]): Score => {
  const all = criteria.map(
    (criterion): Answered => ({
      criterion,
      level: answers.find(({ criterion: key }) => key === criterion.key)?.level ?? null,
    }),
  )
  const [given, open] = [all.filter(({ level }) => level !== null), all.filter(({ level }) => level === null)]
  const weigh = (some: readonly Answered[]) => sum(some.map(({ criterion }) => criterion.weight))
  const weight = weigh(all)
  const perDimension = dimensions.flatMap((dimension) => {
    const value = mean(all.filter(({ criterion }) => criterion.dimension === dimension))
    return value === null ? [] : [[dimension, value] as const]
  })
  return {
    total: mean(all),
    answered: weight === 0 ? 0 : weigh(given) / weight,
    unanswered: open.map(({ criterion }) => criterion.key),
    byDimension: Object.fromEntries(perDimension),
    knockedOutBy: all
      .filter(({ criterion, level }) => criterion.isKnockOut && level === 0)
      .map(({ criterion }) => criterion.key),
  }
}
