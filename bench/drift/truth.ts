import type { Subject } from "#rules/drift"
import type { Told } from "./limit/told.ts"

/** How a loss unfolds, and over how many weeks. */
export type Course = Readonly<{ name: string; weeks: number }>

/** What really happened to a partnership. */
export type Truth = Readonly<{
  fate: "drift" | "steady" | "market" | "amended" | "dip" | "never-well"
  cause?: string
  /** Whose signal moved first. */
  side?: string
  /** Week in which the first mean moves, the course, and the largest share lost of anything by the last week. */
  onset?: number
  shape?: Course
  loss?: number
  /** By how much the affected signals stand out together at the end: their differences before and after as one z, where it is known. */
  addsUpTo?: number
  /** Week from which revenue is lower. */
  revenueFrom?: number
  /** Autocorrelation of the noise. */
  sluggish: number
  firstWeek: number
  lastWeek: number
  /** First and last week of trouble that passed: neither calm nor drift. */
  passing?: readonly [number, number]
}>

/** `told`: the signals that fall, or would in a drift that did not come, as their generator knows them. */
export type Case = Readonly<{ subject: Subject; truth: Truth; told: readonly Told[] }>

/** Is nothing wrong with the partnership in this week? Who never reached the promise is never calm. */
export const isCalm = ({ fate, onset, passing }: Truth, week: number): boolean =>
  fate !== "never-well" &&
  (onset === undefined || week < onset) &&
  !(passing && week >= passing[0] && week <= passing[1])
