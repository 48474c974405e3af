import { EventEmitter } from "node:events"
import { setTimeout as pause } from "node:timers/promises"
import type { Runner, Task, WorkerEvents } from "graphile-worker"
import { Logger, run } from "graphile-worker"
import type pg from "pg"
import type { Job } from "./jobs.ts"
import type { Log } from "./log.ts"
import { followClock, keepSchedules } from "./moved-queue.ts"
import type { Platform } from "./platform.ts"
import { keepPresence } from "./presence.ts"
import { schedulesOf } from "./schedule.ts"

type Options = Readonly<{
  pool: pg.Pool
  jobs: readonly Job[]
  platform: Platform
  concurrency: number
  /** Its time is another than the database's. */
  isMoved: boolean
}>

export type Worker = Readonly<{
  /** Lets running jobs finish and hands the rest back. */
  stop(): Promise<void>
}>

/** Runs queued and scheduled jobs until stopped, however often the database goes away in between. */
export const startWorker = async (options: Options): Promise<Worker> => {
  const { log, clock } = options.platform
  let isWanted = true
  const following = options.isMoved ? await followClock(options.pool, clock, log) : undefined
  let turn = await openTurn(options)
  const turns = async (): Promise<void> => {
    for (;;) {
      await turn.ended
      if (!isWanted) return
      log.warn("the job worker ended by itself; starting it again")
      turn = await openAgain(options, () => isWanted)
    }
  }
  const ended = turns()
  return {
    stop: async () => {
      isWanted = false
      await turn.stop()
      await ended
      await following?.stop()
    },
  }
}

type Turn = Readonly<{ ended: Promise<void>; stop(): Promise<void> }>

const openAgain = async (options: Options, isWanted: () => boolean): Promise<Turn> => {
  while (isWanted()) {
    await pause(1_000)
    try {
      return await openTurn(options)
    } catch (fault) {
      options.platform.log.warn({ err: fault }, "the job worker cannot start yet; trying again")
    }
  }
  return { ended: Promise.resolve(), stop: async () => {} }
}

const openTurn = async ({ pool, jobs, platform, concurrency, isMoved }: Options): Promise<Turn> => {
  const { log, clock } = platform
  const schedules = schedulesOf(jobs)
  const events: WorkerEvents = new EventEmitter()
  const busy = { jobs: 0 }
  const stuck = stuckShutdown(events, busy)
  endWhereATakenJobMayBeUnknown(events)
  let presence: ReturnType<typeof keepPresence> | undefined
  events.once("pool:create", ({ workerPool }) => {
    presence = keepPresence(pool, workerPool.id, log)
  })
  const runner = await run({
    pgPool: pool,
    concurrency,
    events,
    noHandleSignals: true,
    pollInterval: 1_000,
    // Noted by the batcher: when that fails it ends the turn, where the direct way would end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: loggerOver(log),
    parsedCronItems: isMoved ? [] : schedules,
    taskList: Object.fromEntries(jobs.map((each) => [each.name, taskOf(each, platform, busy)])),
  })
  const keeping = isMoved ? keepSchedules(runner, schedules, clock) : undefined
  const ended = Promise.race([runner.promise.catch(() => {}), stuck.seen])
    .then(() => stuck.forget())
    .then(() => keeping?.stop())
    .then(() => presence?.stop())
  const stop = () => Promise.race([runner.stop().catch(() => {}), stuck.seen])
  await addStartJobs(runner, jobs).catch(async (fault: Error) => {
    await stop()
    throw fault
  })
  return { ended, stop }
}

/**
 * Where the answer of taking a job is lost, the job may be taken in the name of a worker that knows nothing of it and goes on
 * living. A turn that ends leaves its name, and whatever is taken in it is free again.
 */
const endWhereATakenJobMayBeUnknown = (events: WorkerEvents): void => {
  events.once("worker:getJob:error", ({ worker }) => {
    const ended = worker.workerPool.gracefulShutdown("a job may have been taken without its answer")
    Promise.resolve(ended).catch(() => {})
  })
}

const quietSeconds = 3

/**
 * Seen when a shutdown does not end although no job runs any more. graphile-worker counts what it has yet to note down, and where two
 * jobs could not be noted as done in one moment it counts one too many back (`batch` in its main.ts, 0.17.3) and waits for ever.
 */
const stuckShutdown = (events: WorkerEvents, busy: Readonly<{ jobs: number }>) => {
  let timer: NodeJS.Timeout | undefined
  const seen = new Promise<void>((resolve) => {
    events.once("pool:gracefulShutdown", () => {
      let quiet = 0
      timer = setInterval(() => {
        quiet = busy.jobs === 0 ? quiet + 1 : 0
        if (quiet >= quietSeconds) resolve()
      }, 1_000)
    })
  })
  return { seen, forget: () => clearInterval(timer) }
}

const addStartJobs = async (runner: Runner, jobs: readonly Job[]): Promise<void> => {
  for (const { name, atStart } of jobs) if (atStart) await runner.addJob(name, {}, { jobKey: name })
}

const loggerOver = (log: Log): Logger =>
  new Logger((scope) => (level, message) => {
    if (level === "error" || level === "warning") log.warn({ ...scope }, message)
    else log.debug({ ...scope }, message)
  })

const taskOf =
  (each: Job, platform: Platform, busy: { jobs: number }): Task =>
  async (payload, { abortSignal }) => {
    busy.jobs++
    try {
      await each.run(each.payload.parse(payload), {
        platform,
        log: platform.log.child({ job: each.name }),
        signal: abortSignal,
      })
    } finally {
      busy.jobs--
    }
  }
