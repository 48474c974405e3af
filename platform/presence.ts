import type pg from "pg"
import type { Log } from "./log.ts"

/** Any number that no other lock uses. */
const namespace = 5_155_003
const beatMs = 5_000

/**
 * Frees what dead workers had taken: those whose lock nobody holds. A worker that lives gets a moment to take its lock,
 * after its own start and after the database's.
 */
const freeJobsOfTheDead = `
  select graphile_worker.force_unlock_workers(array_agg(locked_by)) from (
    select locked_by from graphile_worker._private_jobs where locked_at < now() - interval '3 seconds'
    union select locked_by from graphile_worker._private_job_queues where locked_at < now() - interval '3 seconds'
  ) taken
  where locked_by is not null and pg_postmaster_start_time() < now() - interval '10 seconds'
    and pg_try_advisory_xact_lock(${namespace}, hashtext(locked_by))
  having count(*) > 0`

/**
 * A worker that was killed leaves its jobs taken, for four hours as graphile-worker sees it. So each worker holds an
 * advisory lock, which PostgreSQL takes back the moment the worker is gone, and looks every few seconds for jobs whose
 * worker holds none.
 */
export const keepPresence = (pool: pg.Pool, workerId: string, log: Log): { stop(): Promise<void> } => {
  let holder: pg.PoolClient | undefined
  const hold = async (): Promise<pg.PoolClient> => {
    const client = await pool.connect()
    client.once("end", () => {
      if (holder !== client) return
      holder = undefined
      client.release(true)
    })
    await client.query("select pg_advisory_lock($1, hashtext($2))", [namespace, workerId]).catch((fault: Error) => {
      client.release(fault)
      throw fault
    })
    return client
  }
  const heartbeat = async (): Promise<void> => {
    try {
      holder ??= await hold()
      if ((await pool.query(freeJobsOfTheDead)).rowCount) log.warn("a worker died; its jobs are run by another")
    } catch (fault) {
      log.warn({ err: fault }, "the job queue cannot be reached; trying again")
    }
  }
  let running = heartbeat()
  const timer = setInterval(() => {
    running = running.then(heartbeat)
  }, beatMs)
  return {
    stop: async () => {
      clearInterval(timer)
      await running
      const held = holder
      holder = undefined
      held?.release(true)
    },
  }
}
