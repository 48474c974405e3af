import type { ParsedCronItem } from "graphile-worker"
import { parseCronItems } from "graphile-worker"
import type { Job } from "./jobs.ts"

const minuteMs = 60_000

/** How far back a schedule is made up for when nobody was there to keep it. */
export const madeUpMs = 3_600_000

/** The schedules of jobs. As items, not as a crontab's text: there a name may hold no dot. */
export const schedulesOf = (jobs: readonly Pick<Job, "name" | "cron">[]): ParsedCronItem[] =>
  parseCronItems(
    jobs.flatMap(({ name, cron }) =>
      cron ? [{ task: name, match: cron, options: { backfillPeriod: madeUpMs } }] : [],
    ),
  )

/** The whole minutes after `from` up to `to`, in milliseconds since 1970. */
export const minutesBetween = (from: number, to: number): number[] => {
  const first = Math.floor(from / minuteMs) + 1
  const last = Math.floor(to / minuteMs)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => (first + at) * minuteMs)
}

/** Whether a schedule, which is in UTC, names this minute. */
export const isOn = ({ match }: Pick<ParsedCronItem, "match">, minute: number): boolean => {
  const at = new Date(minute)
  return match({
    min: at.getUTCMinutes(),
    hour: at.getUTCHours(),
    date: at.getUTCDate(),
    month: at.getUTCMonth() + 1,
    dow: at.getUTCDay(),
  })
}
