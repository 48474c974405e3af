import type { Change } from "./change.ts"
import type { Joined } from "./join.ts"

/** Onsets further apart than this many weeks are not one story; the later ones are. */
const oneStory = 78

/**
 * The signals of the present drift: those that belong, without the ones whose onset lies a story further back. A promise
 * that was too high from the start is background once something else gave way; one of which nothing ever came is not.
 */
export const movedTogether = (changes: readonly Change[], { inclusion }: Joined): readonly Change[] => {
  const all = changes.filter((change, i) => (inclusion[i] as number) > 0.5 && middle(change) !== undefined)
  const later = all.filter((change) => change.shortfall === undefined)
  const belonging = later.length > 0 && !all.some((change) => change.shortfall?.isNothing) ? later : all
  const sorted = [...belonging].sort((a, b) => (middle(a) as number) - (middle(b) as number))
  const kept = belonging.length > 0 ? belonging : changes.filter((change) => change.logBayes > 0)
  let from = Number.NEGATIVE_INFINITY
  for (let i = 1; i < sorted.length; i++) {
    const gap = (middle(sorted[i] as Change) as number) - (middle(sorted[i - 1] as Change) as number)
    if (gap > oneStory) from = middle(sorted[i] as Change) as number
  }
  return kept.filter((change) => (middle(change) ?? Number.NEGATIVE_INFINITY) >= from)
}

/** The week before and after which the onset is equally likely; undefined for a change without one. */
export const middle = (change: Change): number | undefined => {
  let sum = 0
  for (let i = 0; i < change.onset.length; i++) {
    sum += change.onset[i] as number
    if (sum >= 0.5) return change.signal.firstWeek + i
  }
  return undefined
}
