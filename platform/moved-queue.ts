import type { ParsedCronItem, Runner } from "graphile-worker"
import type pg from "pg"
import type { Clock } from "./clock.ts"
import type { Log } from "./log.ts"
import { isOn, madeUpMs, minutesBetween } from "./schedule.ts"

/**
 * The queue asks the database what is due. For a clock that is not the machine's, the worker's connections therefore find
 * another now() first: that of the schema `moved`, which reads the moment that the worker keeps writing there. It is made
 * only by a worker with such a clock, so no production database has it.
 */
export const movedSearchPath = "-c search_path=moved,public,pg_catalog"

const schema = `
  create schema if not exists moved;
  create unlogged table if not exists moved.moment (one boolean primary key default true check (one), at timestamptz not null);
  create or replace function moved.now() returns timestamptz language sql stable as 'select at from moved.moment'`

const beatMs = 100

/** Makes now() of the worker's connections follow the clock; done before the queue is first asked. */
export const followClock = async (pool: pg.Pool, clock: Clock, log: Log): Promise<{ stop(): Promise<void> }> => {
  await pool.query(schema)
  const tell = () =>
    pool.query("insert into moved.moment (at) values ($1) on conflict (one) do update set at = excluded.at", [
      clock.now(),
    ])
  await tell()
  return beating(async () => {
    await tell().catch((fault: Error) => log.warn({ err: fault }, "the queue's clock cannot be set; trying again"))
  })
}

/**
 * Queues what comes by schedule as the moved clock passes its minutes; the queue's own schedules keep to the machine's. What a
 * jump passes over is made up for as after a standstill: the last hour.
 */
export const keepSchedules = (
  { addJob }: Runner,
  schedules: readonly ParsedCronItem[],
  clock: Clock,
): { stop(): Promise<void> } => {
  let kept = Date.parse(clock.now())
  return beating(async () => {
    const now = Date.parse(clock.now())
    const minutes = minutesBetween(Math.max(kept, now - madeUpMs), now)
    kept = now
    for (const minute of minutes)
      for (const schedule of schedules)
        if (isOn(schedule, minute)) {
          const at = new Date(minute)
          // A schedule that comes around while its last run still waits is one run.
          await addJob(schedule.task, {}, { runAt: at, jobKey: schedule.task, jobKeyMode: "preserve_run_at" })
        }
  })
}

const beating = (beat: () => Promise<void>): { stop(): Promise<void> } => {
  let running = Promise.resolve()
  const timer = setInterval(() => {
    running = running.then(beat).catch(() => {})
  }, beatMs)
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
