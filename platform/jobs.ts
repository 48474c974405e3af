import { z } from "zod"
import type { System } from "#core/actor"
import type { Instant } from "#core/time"
import type { EventKind } from "./event.ts"
import type { Log } from "./log.ts"
import type { Platform } from "./platform.ts"
import { allWorkspaces, systemIn, systemOf } from "./tenants.ts"
import type { JobOptions, Reactions, Task, Tx } from "./tx.ts"

/** What a job works with. `signal` fires when the server is asked to stop. */
export type JobContext = Readonly<{ platform: Platform; log: Log; signal: AbortSignal }>

/** What a job for one workspace works with beside that: Keelson itself on that workspace's calendar, and its transactions. */
type WorkspaceContext = JobContext &
  Readonly<{ system: System; transact<R>(work: (tx: Tx<System>) => Promise<R>): Promise<R> }>

/**
 * A reaction to an event, a schedule, or work that was queued. It re-reads state, is safe to run twice, and first asks
 * "is this still wanted?". `cron` is in UTC (crontab syntax of graphile-worker).
 */
export type Job<S extends z.ZodType = z.ZodType> = Task<S> &
  Readonly<{
    /** Events it hears of. */
    on?: readonly EventKind[]
    /** Events in one workspace within so many seconds are one run, at their end; 0: those that come while one waits are one. */
    gatherSeconds?: number
    cron?: string
    /** Also run whenever a worker starts: for what the last one may have left. */
    atStart?: boolean
    run(payload: z.output<S>, context: JobContext): Promise<void>
  }>

/** The payload of every job that hears of events. */
export const eventPayload = z.object({
  workspaceId: z.uuid(),
  eventId: z.uuid(),
  kind: z.string(),
  recordedAt: z.iso.datetime(),
  subjectId: z.uuid(),
  partnershipId: z.uuid().nullable(),
  concerns: z.array(z.string()).optional(),
})

/** Declares a job; keeps its payload's type. */
export const job = <S extends z.ZodType>(definition: Job<S>): Job<S> => definition

/** Declares a job for one workspace, which its payload names; nothing is done for a workspace that is gone. */
export const workspaceJob = <S extends z.ZodType<{ workspaceId: string }>>({
  run,
  ...definition
}: Omit<Job<S>, "run"> & {
  run(payload: z.output<S>, context: WorkspaceContext): Promise<void>
}): Job<S> => ({
  ...definition,
  run: async (payload, context) => {
    const system = await systemIn(context.platform, payload.workspaceId, definition.name)
    if (system) await run(payload, inWorkspace(system, context))
  },
})

const everyPayload = z.object({ workspaceId: z.uuid().optional() })

/**
 * Declares a schedule that comes to every workspace, or to the one it is queued for, on that workspace's own calendar. What
 * fails in one workspace keeps no other waiting. Midnight differs by workspace: what follows the day runs every hour.
 */
export const everyWorkspace = ({
  visit,
  ...definition
}: Pick<Job, "name" | "atStart"> & {
  cron: string
  visit(context: WorkspaceContext): Promise<void>
}): Job<typeof everyPayload> => ({
  ...definition,
  payload: everyPayload,
  run: async ({ workspaceId }, context) => {
    const all = await context.platform.transact({ kind: "anonymous" }, allWorkspaces)
    const faults: unknown[] = []
    for (const tenant of all) {
      if (context.signal.aborted) return
      if (workspaceId !== undefined && tenant.id !== workspaceId) continue
      await visit(inWorkspace(systemOf(tenant, definition.name), context)).catch((fault: unknown) => faults.push(fault))
    }
    if (faults.length > 0)
      throw faults.length === 1
        ? faults[0]
        : new AggregateError(faults, `${definition.name} failed in ${faults.length} workspaces`)
  },
})

const inWorkspace = (system: System, context: JobContext): WorkspaceContext => ({
  ...context,
  system,
  transact: (work) => context.platform.transact(system, work),
})

/** Repeats a step, a transaction each time, while it says that there may be more, or until the server is asked to stop. */
export const untilDone = async (
  { transact, signal }: Pick<WorkspaceContext, "transact" | "signal">,
  step: (tx: Tx<System>) => Promise<boolean>,
): Promise<void> => {
  while (!signal.aborted && (await transact(step)));
}

/** Who hears of what, and how it is queued then. */
export const listenersOf = (jobs: readonly Job[]): Reactions["listeners"] => {
  const listeners = new Map<string, { task: Task; optionsAt(workspaceId: string, now: Instant): JobOptions }[]>()
  for (const task of jobs)
    for (const { kind } of task.on ?? []) {
      const optionsAt = (workspaceId: string, now: Instant) => gathered(task, workspaceId, now)
      listeners.set(kind, [...(listeners.get(kind) ?? []), { task, optionsAt }])
    }
  return listeners
}

/** One job per span of time, not one pushed ahead for ever by a steady stream of events. */
const gathered = ({ name, gatherSeconds }: Job, workspaceId: string, now: Instant): JobOptions => {
  if (gatherSeconds === undefined) return {}
  if (gatherSeconds === 0) return { key: `${name} ${workspaceId}` }
  const end = Math.ceil(Date.parse(now) / (gatherSeconds * 1_000)) * gatherSeconds * 1_000
  return { key: `${name} ${workspaceId} ${end}`, runAt: new Date(end).toISOString() }
}
