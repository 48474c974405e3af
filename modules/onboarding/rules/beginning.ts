import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import { addDays, type PlainDate } from "#core/time"

/** Of one company one onboarding is under way at a time. */
export const decideStart = (isUnderWay: boolean): true | Refusal<"onboarding-under-way"> =>
  !isUnderWay || refuse("onboarding-under-way")

/** It is given up while it is under way; what is finished stays finished. */
export const decideGiveUp = (isUnderWay: boolean): true | Refusal<"onboarding-over"> =>
  isUnderWay || refuse("onboarding-over")

/** The host opens what a step keeps closed, until it is open. */
export const decideOpening = ({
  isGivenUp,
  isClosed,
}: Readonly<{ isGivenUp: boolean; isClosed: boolean }>): true | Refusal<"onboarding-over" | "nothing-closed"> => {
  if (isGivenUp) return refuse("onboarding-over")
  return isClosed || refuse("nothing-closed")
}

/** How long after it came into force an agreement still begins an onboarding by itself: who has worked together for long has begun. */
export const beginsWithinDays = 30

/**
 * The first day of an onboarding that begins by itself with an agreement: the day the agreement comes into force, or today where that has
 * passed. Undefined for one that is in force for long, as what is taken over from before is.
 */
export const beginsOn = (inForceOn: PlainDate, today: PlainDate): PlainDate | undefined => {
  if (inForceOn < addDays(today, -beginsWithinDays)) return undefined
  return inForceOn > today ? inForceOn : today
}
