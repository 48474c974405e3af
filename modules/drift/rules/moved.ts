import type { Change } from "./change.ts"
import type { Joined, WeekDistribution } from "./join.ts"

/** Onsets further apart than this many weeks are not one story. */
const oneStory = 78
/** What is left of a signal that fell to nothing. */
const hardly = 0.1

/**
 * The signals of the present drift: those that belong, without the ones whose onset lies a story further back. Only where something fell to
 * nothing, and weighs no less than all that gave way later, did the drift begin with that: the later is what came of it. A promise
 * that was too high from the start is background once something else gave way; one of which nothing ever came is not.
 */
export const movedTogether = (changes: readonly Change[], { inclusion }: Joined): Moved => {
  const all = changes.filter((change, i) => (inclusion[i] as number) > 0.5 && middle(change) !== undefined)
  const later = all.filter((change) => change.shortfall === undefined)
  const belonging = later.length > 0 && !all.some((change) => change.shortfall?.isNothing) ? later : all
  if (belonging.length === 0) return { story: changes.filter((change) => change.logBayes > 0), aftermath: [] }
  return storyOf([...belonging].sort((a, b) => (middle(a) as number) - (middle(b) as number)))
}

/** What the drift is dated by, and what came of it so late that it says nothing of its beginning. */
type Moved = Readonly<{ story: readonly Change[]; aftermath: readonly Change[] }>

const storyOf = (sorted: readonly Change[]): Moved => {
  const gap = sorted.findLastIndex(
    (change, i) => i > 0 && (middle(change) as number) - (middle(sorted[i - 1] as Change) as number) > oneStory,
  )
  if (gap < 0) return { story: sorted, aftermath: [] }
  const [earlier, later] = [sorted.slice(0, gap), sorted.slice(gap)]
  if (evidenceOf(earlier.filter(isGone)) < evidenceOf(later)) return { story: later, aftermath: [] }
  const { story, aftermath } = storyOf(earlier)
  return { story, aftermath: [...aftermath, ...later] }
}

const evidenceOf = (changes: readonly Change[]): number => changes.reduce((sum, { logBayes }) => sum + logBayes, 0)

const isGone = ({ signal, before = Number.NaN, after = Number.NaN }: Change): boolean =>
  signal.definition.worse === "lower" && after <= hardly * before

/** The week before and after which the onset is equally likely; undefined for a change without one. */
export const middle = ({ signal, onset }: Change): number | undefined => {
  const week = middleOf({ firstWeek: signal.firstWeek, weights: onset })
  return Number.isNaN(week) ? undefined : week
}

/** The week before and after which half of the weight lies; NaN where there is less. */
export const middleOf = ({ firstWeek, weights }: WeekDistribution): number => {
  let sum = 0
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i] as number
    if (sum >= 0.5) return firstWeek + i
  }
  return Number.NaN
}
