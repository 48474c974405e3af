import pg from "pg"
import { modules } from "#modules-list"
import type { Job } from "#platform/jobs"
import { sendMail } from "#platform/mail-job"
import { jobsOf } from "#platform/module"
import { isOn, minutesBetween, schedulesOf } from "#platform/schedule"
import type { MovableClock } from "./clock.ts"
import type { TestKeelson } from "./keelson.ts"

type Due = Readonly<{ at: number; name: string; payload: unknown }>

/**
 * How much of what comes by schedule is played. A year has half a million minutes: what comes every minute is played once an hour; and what comes
 * every hour or oftener only in these hours (UTC), where some are named: those in which something can happen.
 */
export type Pace = Readonly<{ hours?: readonly number[] }>

/**
 * Plays time from now to a moment: whatever is due on the way runs in its order, each with the clock at the moment it was due, what
 * comes by schedule as well as what was queued and what follows from that. Then the clock stands at the moment itself. A
 * job that fails fails the test.
 */
export const playUntil = async (
  { platform, ownerUrl }: TestKeelson,
  clock: MovableClock,
  moment: string,
  pace: Pace = {},
): Promise<void> => {
  const jobs: readonly Job[] = [sendMail, ...jobsOf(modules, platform.contributed)]
  const run = async ({ at, name, payload }: Due): Promise<void> => {
    // What was queued for a moment that has passed is run now; time never goes back.
    if (at > Date.parse(clock.now())) clock.moveTo(new Date(at).toISOString())
    const found = jobs.find((each) => each.name === name)
    if (!found) throw new Error(`no job ${name}`)
    const signal = new AbortController().signal
    await found.run(found.payload.parse(payload) as never, { platform, log: platform.log, signal })
  }
  const end = Date.parse(moment)
  const queue = new pg.Client({ connectionString: ownerUrl })
  await queue.connect()
  for (const { at, names } of scheduled(jobs, Date.parse(clock.now()), end, pace)) {
    await runQueued(queue, at, run)
    for (const name of names) await run({ at, name, payload: {} })
  }
  await runQueued(queue, end, run)
  await queue.end()
  clock.moveTo(moment)
}

/** The minutes at which something comes by schedule, and what. */
function* scheduled(jobs: readonly Job[], from: number, to: number, { hours }: Pace) {
  const schedules = schedulesOf(jobs).map((each) => ({ each, perDay: perDay(each) }))
  for (const minute of minutesBetween(from, to)) {
    const isPlayed = hours === undefined || hours.includes(new Date(minute).getUTCHours())
    const names = schedules
      .filter(({ each, perDay }) => {
        if (perDay >= 24 && !isPlayed) return false
        return perDay === 1_440 ? minute % 3_600_000 === 0 : isOn(each, minute)
      })
      .map(({ each }) => each.task)
    if (names.length > 0) yield { at: minute, names }
  }
}

/** How often it comes in a day. */
const perDay = (schedule: Parameters<typeof isOn>[0]): number =>
  Array.from({ length: 1_440 }, (_, minute) => minute * 60_000).filter((minute) => isOn(schedule, minute)).length

/** Runs what is queued for a moment up to this one, the earliest first, and what follows from it. */
const runQueued = async (queue: pg.Client, until: number, run: (due: Due) => Promise<void>): Promise<void> => {
  for (;;) {
    const { rows } = await queue.query<{ at: Date; name: string; payload: unknown }>(
      `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
        where t.id = j.task_id and j.id = (select id from graphile_worker._private_jobs
          where run_at <= $1 order by run_at, priority, id limit 1)
        returning j.run_at as at, t.identifier as name, j.payload`,
      [new Date(until)],
    )
    const [taken] = rows
    if (!taken) return
    await run({ ...taken, at: taken.at.getTime() })
  }
}
