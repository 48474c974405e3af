import type { Clock } from "#platform/clock"

/** A clock that stands still until it is moved. `const clock = movableClock("2027-03-26T09:00:00Z")`, `clock.moveTo(…)`. */
export type MovableClock = Clock & Readonly<{ moveTo(moment: string): void }>

export const movableClock = (start: string): MovableClock => {
  const momentOf = (text: string) => new Date(text).toISOString()
  let now = momentOf(start)
  return {
    now: () => now,
    moveTo: (moment) => {
      now = momentOf(moment)
    },
  }
}
