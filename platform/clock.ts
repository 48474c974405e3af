import type { Instant } from "#core/time"

/**
 * What time it is, for the whole system: acts, jobs, queue, what a row says of when it was made. The product follows the
 * database's; a story, a test or a demo that is tried out brings its own.
 */
export type Clock = Readonly<{ now(): Instant }>

export const machineClock: Clock = { now: () => new Date().toISOString() }

/** A clock that starts at another moment and goes on from there, as fast as the machine's. */
export const clockFrom = (start: Instant): Clock => {
  const aheadMs = Date.parse(start) - Date.now()
  return { now: () => new Date(Date.now() + aheadMs).toISOString() }
}

/** What a machine says of time: what its clock shows, which somebody may set, and what has passed, which nobody can. */
export type Machine = Readonly<{ shows(): number; passed(): number }>

const thisMachine: Machine = { shows: () => Date.now(), passed: () => performance.now() }

/** A clock that is brought to the database's: all servers of one database have one time, whatever their machines show. */
export type FollowingClock = Clock &
  Readonly<{
    /** Asks the database for the milliseconds since 1970; answers by how many the machine is ahead of it. */
    follow(ask: () => Promise<number>): Promise<number>
  }>

/** What two clocks may differ by without harm; within it the machine's own is as good. */
const toleratedMs = 500
/** An answer that took longer says too little of the moment it was given at. */
const longestAskMs = 1_000

export const followingClock = (machine: Machine = thisMachine): FollowingClock => {
  let aheadMs = 0
  let since: Readonly<{ shown: number; passed: number }> | undefined
  /** A clock that was set since it was last compared is not believed before it is compared again. */
  const shown = (): number => {
    const shows = machine.shows()
    const expected = since && since.shown + machine.passed() - since.passed
    return expected !== undefined && Math.abs(shows - expected) > toleratedMs ? expected : shows
  }
  return {
    now: () => new Date(Math.round(shown() - aheadMs)).toISOString(),
    follow: async (ask) => {
      const asked = machine.passed()
      const at = await ask()
      const passed = machine.passed()
      if (passed - asked > longestAskMs) return aheadMs
      since = { shown: machine.shows(), passed }
      const difference = since.shown - (at + (passed - asked) / 2)
      aheadMs = Math.abs(difference) > toleratedMs ? difference : 0
      return aheadMs
    },
  }
}
