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
