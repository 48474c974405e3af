import type { Instant } from "#core/time"

/**
 * What time it is, for the whole system: acts, jobs, queue, what a row says of when it was made. The product uses the
 * machine's; a story, a test or a demo that is tried out brings its own.
 */
export type Clock = Readonly<{ now(): Instant }>

export const machineClock: Clock = { now: () => new Date().toISOString() }

/** A clock that starts at another moment and goes on from there, as fast as the machine's. */
export const clockFrom = (start: Instant): Clock => {
  const aheadMs = Date.parse(start) - Date.now()
  return { now: () => new Date(Date.now() + aheadMs).toISOString() }
}
