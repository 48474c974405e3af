import type { Runner, Task } from "graphile-worker"
import { Logger, run } from "graphile-worker"
import type pg from "pg"
import { z } from "zod"
import type { Log } from "./log.ts"
import type { Platform } from "./platform.ts"
import type { Listeners } from "./tx.ts"

/** What a job works with. `signal` fires when the server is asked to stop. */
export type JobContext = Readonly<{ platform: Platform; log: Log; signal: AbortSignal }>

/**
 * A reaction to an event or a schedule. It re-reads state, is safe to run twice, and first asks "is this still wanted?".
 * `cron` is in UTC (crontab syntax of graphile-worker).
 */
export type Job<S extends z.ZodType = z.ZodType> = Readonly<{
  name: string
  payload: S
  listensTo?: readonly string[]
  cron?: string
  /** Also run whenever a worker starts: for what the last one may have left. */
  atStart?: boolean
  run(payload: z.output<S>, context: JobContext): Promise<void>
}>

/** The payload of every job that listens to an event. */
export const eventPayload = z.object({
  workspaceId: z.uuid(),
  eventId: z.uuid(),
  kind: z.string(),
  subjectId: z.uuid(),
  partnershipId: z.uuid().nullable(),
})

/** Declares a job; keeps its payload's type. */
export const job = <S extends z.ZodType>(definition: Job<S>): Job => definition as unknown as Job

export const listenersOf = (jobs: readonly Pick<Job, "name" | "listensTo">[]): Listeners => {
  const listeners = new Map<string, string[]>()
  for (const { name, listensTo } of jobs)
    for (const kind of listensTo ?? []) listeners.set(kind, [...(listeners.get(kind) ?? []), name])
  return listeners
}

/** Runs queued and scheduled jobs until stopped; `stop()` lets running ones finish and hands the rest back. */
export const startWorker = async (options: {
  ownerPool: pg.Pool
  jobs: readonly Job[]
  platform: Platform
  concurrency: number
}): Promise<Runner> => {
  const { jobs, platform } = options
  const { log } = platform
  const runner = await run({
    pgPool: options.ownerPool,
    concurrency: options.concurrency,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger: new Logger((scope) => (level, message) => {
      if (level === "error" || level === "warning") log.warn({ ...scope }, message)
      else log.debug({ ...scope }, message)
    }),
    crontab: jobs.flatMap((each) => (each.cron ? [`${each.cron} ${each.name} ?fill=1h`] : [])).join("\n"),
    taskList: Object.fromEntries(jobs.map((each) => [each.name, taskOf(each, platform)])),
  })
  for (const { name, atStart } of jobs) if (atStart) await runner.addJob(name, {}, { jobKey: name })
  return runner
}

const taskOf =
  (each: Job, platform: Platform): Task =>
  async (payload, { abortSignal }) => {
    await each.run(each.payload.parse(payload), {
      platform,
      log: platform.log.child({ job: each.name }),
      signal: abortSignal,
    })
  }
