import type { Instant } from "#core/time"

/** What is counted under a key: how often, and since or when last, as its rule means it. */
export type Tally = Readonly<{ count: number; at: Instant }>

/** What a rule says to one more: how it is counted from now on, or how long to wait. */
export type Verdict = Readonly<{ next: Tally }> | Readonly<{ waitMs: number }>

export type Rule = (known: Tally | undefined, now: Instant) => Verdict

const minute = 60_000
const day = 24 * 60 * minute

/** So many wrong passwords in a row are a person's own mistake. */
export const freeGuesses = 5
const longestWait = 15 * minute

/** Time does not run backwards: of two at one moment the later may be counted first, and a clock may be put back. */
const passed = (known: Tally, now: Instant): number => Math.max(0, Date.parse(now) - Date.parse(known.at))

/** How long to wait after so many wrong guesses in a row: 10 seconds, twice as long each time, a quarter of an hour at most. */
export const waitAfter = (guesses: number): number =>
  guesses < freeGuesses ? 0 : Math.min(longestWait, 10_000 * 2 ** Math.min(20, guesses - freeGuesses))

/**
 * One more guess at the password of an account. Whoever comes too early is not counted, so that nobody can push the owner's next
 * try ever further away.
 */
export const oneMoreGuess: Rule = (known, now) => {
  const since = known ? passed(known, now) : day
  if (known === undefined || since >= day) return { next: { count: 1, at: now } }
  const waitMs = waitAfter(known.count) - since
  return waitMs > 0 ? { waitMs } : { next: { count: known.count + 1, at: now } }
}

/** So many links an hour are mailed to one address, whoever asks. */
export const lettersPerHour = 5

export const oneMoreLetter: Rule = (known, now) => {
  const since = known ? passed(known, now) : 60 * minute
  if (known === undefined || since >= 60 * minute) return { next: { count: 1, at: now } }
  return known.count < lettersPerHour
    ? { next: { count: known.count + 1, at: known.at } }
    : { waitMs: 60 * minute - since }
}

/** A code of the authenticator is valid in its own half minute and in the one on either side of it. */
const codeIsValid = 2 * minute

/** Once, for as long as the same code could be valid. */
export const onceWhileValid: Rule = (known, now) => {
  const since = known ? passed(known, now) : codeIsValid
  return since < codeIsValid ? { waitMs: codeIsValid - since } : { next: { count: 1, at: now } }
}
