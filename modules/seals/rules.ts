import type { Instant } from "#core/time"

/** A certificate to seal with holds for so long; with less than this left, the next one is made. */
const yearsOfSeal = 3
const yearsLeft = 1
/** The authority outlives what it vouches for. */
const yearsOfAuthority = 30

const yearsAfter = (at: Instant, years: number): Instant => {
  const moment = new Date(at)
  moment.setUTCFullYear(moment.getUTCFullYear() + years)
  return moment.toISOString()
}

export const endOfSeal = (made: Instant): Instant => yearsAfter(made, yearsOfSeal)
export const endOfAuthority = (made: Instant): Instant => yearsAfter(made, yearsOfAuthority)

/** Whether a certificate still seals. */
export const mayStillSeal = (validUntil: Instant, now: Instant): boolean =>
  Date.parse(validUntil) >= Date.parse(yearsAfter(now, yearsLeft))

/** Whether an authority still makes certificates: none of them may outlive it. */
export const mayStillVouch = (validUntil: Instant, now: Instant): boolean =>
  Date.parse(validUntil) >= Date.parse(endOfSeal(now))

/** What is known of one seal on a file: whether it fits, reaches to the end, and was made with a certificate of ours. */
export type FoundSeal = Readonly<{ isOurs: boolean; isIntact: boolean; coversAll: boolean }>

/**
 * What the seals on a file say of it, where it is not the very file that is on record. A seal of somebody else's says nothing here: anyone
 * can make one.
 */
export const outcomeOf = (seals: readonly FoundSeal[]): "unlisted" | "added" | "changed" | "unknown" => {
  const ours = seals.filter(({ isOurs }) => isOurs)
  if (ours.length === 0) return "unknown"
  if (ours.some(({ isIntact }) => !isIntact)) return "changed"
  return ours.some(({ coversAll }) => coversAll) ? "unlisted" : "added"
}
