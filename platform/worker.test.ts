import pg from "pg"
import { afterAll, expect, test } from "vitest"
import { z } from "zod"
import { job } from "#platform/jobs"
import { openPool } from "#platform/pool"
import { startTestKeelson } from "#test/keelson"
import { startWorker } from "./worker.ts"

const { ownerUrl, platform } = await startTestKeelson()
const owner = new pg.Pool({ connectionString: ownerUrl })
owner.on("error", () => {})
const ran: string[] = []
const note = job({
  name: "test.note",
  payload: z.object({ what: z.string() }),
  run: async ({ what }) => {
    ran.push(what)
  },
})
const workerPool = openPool({ connectionString: ownerUrl, max: 7 })
const worker = await startWorker({ pool: workerPool, jobs: [note], platform, concurrency: 2, isMoved: false })
afterAll(async () => {
  await worker.stop()
  await Promise.all([workerPool.end(), owner.end()])
})

const queue = (what: string) =>
  owner.query<{ id: string }>(
    "select id from graphile_worker.add_job('test.note', json_build_object('what', $1::text))",
    [what],
  )
const leftOver = async () => (await owner.query("select from graphile_worker._private_jobs")).rowCount

test("a job that a dead worker had taken is run by a living one", async () => {
  await owner.query(
    "select graphile_worker.add_job('test.note', '{\"what\":\"orphan\"}', run_at := now() + interval '1 hour')",
  )
  await owner.query(`update graphile_worker._private_jobs set run_at = now(), attempts = 1,
    locked_at = now() - interval '1 minute', locked_by = 'pool-of-the-dead'`)
  await expect.poll(() => ran).toEqual(["orphan"])
  await expect.poll(leftOver).toBe(0)
})

test("the worker outlives every one of its connections, and no job is lost", async () => {
  const names = Array.from({ length: 60 }, (_, index) => `job ${index}`)
  for (const [index, name] of names.entries()) {
    await queue(name)
    if (index % 20 === 10)
      await owner.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
      )
  }
  await expect.poll(leftOver).toBe(0)
  // One that was done but could not be noted as done is run again: that is why jobs are safe to run twice.
  const reran = ran.filter((name) => name !== "orphan")
  expect(new Set(reran)).toEqual(new Set(names))
  expect(reran.length - names.length).toBeLessThanOrEqual(3 * 2)
})
