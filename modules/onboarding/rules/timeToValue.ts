/**
 * How long partners take from their agreement to their first value, and what that says of one who is not there yet.
 *
 * Those who are not there yet count as well: each has taken at least as long as they have been on the way. The share that is still on the
 * way after so many days is therefore estimated as Kaplan and Meier do (Journal of the American Statistical Association 53, 1958): at each
 * day on which somebody got there it shrinks by those who did, of those who were still on the way then. Whoever left before is counted as
 * long as they stayed. O(n log n).
 */

/** One partner's way: how many days to the first value, or how many days on the way without one so far. */
export type Way = Readonly<{ days: number; isReached: boolean }>

type Step = Readonly<{ days: number; share: number }>

/** The share still on the way after each day on which somebody got there; before the first of them everybody is. */
export const stillOnTheWay = (ways: readonly Way[]): readonly Step[] => {
  const sorted = ways.toSorted((a, b) => a.days - b.days)
  const steps: Step[] = []
  let [share, at] = [1, 0]
  while (at < sorted.length) {
    const { days } = sorted[at] as Way
    const left = sorted.length - at
    let [here, reached] = [0, 0]
    for (; at + here < sorted.length && (sorted[at + here] as Way).days === days; here++)
      if ((sorted[at + here] as Way).isReached) reached++
    share *= 1 - reached / left
    if (reached > 0) steps.push({ days, share })
    at += here
  }
  return steps
}

/** The day by which this share has got there; undefined where that is not known, because too many are still on the way. */
const dayBy = (steps: readonly Step[], share: number): number | undefined =>
  steps.find((step) => step.share <= 1 - share + 1e-12)?.days

/** Fewer say nothing of anybody else. */
export const fewestReached = 5

export type TimeToValue = Readonly<{
  partners: number
  reached: number
  /** Days by which a quarter, half and three quarters of them have got there; undefined where too few have. */
  lower: number | undefined
  median: number | undefined
  upper: number | undefined
}>

/** How long partners like these take; the days only where enough of them have got there. */
export const timeToValue = (ways: readonly Way[]): TimeToValue => {
  const reached = ways.filter(({ isReached }) => isReached).length
  const steps = reached < fewestReached ? [] : stillOnTheWay(ways)
  return {
    ...{ partners: ways.length, reached },
    ...{ lower: dayBy(steps, 0.25), median: dayBy(steps, 0.5), upper: dayBy(steps, 0.75) },
  }
}

export type Outlook = Readonly<{
  /** Of ten like partners who had been on the way for as long, eight got there between these days, counted from the agreement. */
  from: number
  /** Undefined where too many of them are still on the way to say. */
  to: number | undefined
  /** Three quarters of the like had got there by now. */
  isLate: boolean
}>

/** What the like say of a partner who has been on the way for so many days; undefined where there are too few who got there later than that. */
export const outlookFor = (daysSoFar: number, like: readonly Way[]): Outlook | undefined => {
  const { reached, upper } = timeToValue(like)
  if (reached < fewestReached) return undefined
  const steps = stillOnTheWay(like)
  const isLate = upper !== undefined && daysSoFar > upper
  const now = steps.findLast(({ days }) => days <= daysSoFar)?.share ?? 1
  const ahead = steps.filter(({ days }) => days > daysSoFar).map(({ days, share }) => ({ days, share: share / now }))
  const from = dayBy(ahead, 0.1)
  return from === undefined ? undefined : { from, to: dayBy(ahead, 0.9), isLate }
}

/** Whether a partner is later than three quarters of the like, whatever the like say of what comes. */
export const isLaterThanMost = (daysSoFar: number, like: readonly Way[]): boolean => {
  const { upper } = timeToValue(like)
  return upper !== undefined && daysSoFar > upper
}
