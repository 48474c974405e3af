import type pg from "pg"
import type { FollowingClock } from "./clock.ts"
import type { Log } from "./log.ts"

const everyMs = 10_000
/** Slower than this no two clocks wander apart. */
const tellMs = 1_000

/** Keeps a clock at the database's time until stopped; says so where the machine shows another. */
export const followTime = async (pool: pg.Pool, clock: FollowingClock, log: Log): Promise<{ stop(): void }> => {
  let told = 0
  let isAsking = false
  const ask = async (): Promise<number> => {
    const { rows } = await pool.query<{ at: number }>(
      "select extract(epoch from clock_timestamp())::float8 * 1000 as at",
    )
    return rows[0]?.at ?? Number.NaN
  }
  const compare = async (): Promise<void> => {
    if (isAsking) return
    isAsking = true
    try {
      const aheadMs = await clock.follow(ask)
      if (Math.abs(aheadMs - told) > tellMs)
        log.warn({ aheadMs }, "this machine's clock is not the database's, which is followed: set it right")
      told = aheadMs
    } catch (fault) {
      log.debug({ err: fault }, "the database cannot be asked for the time; trying again")
    } finally {
      isAsking = false
    }
  }
  await compare()
  const timer = setInterval(() => void compare(), everyMs)
  return { stop: () => clearInterval(timer) }
}
