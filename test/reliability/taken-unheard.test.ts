import pg from "pg"
import { afterAll, expect, test } from "vitest"
import { z } from "zod"
import { job } from "#platform/jobs"
import { openPool } from "#platform/pool"
import { startWorker } from "#platform/worker"
import { startTestKeelson } from "#test/keelson"
import { startLine } from "./line.ts"

const { ownerUrl, platform } = await startTestKeelson()
const owner = new pg.Pool({ connectionString: ownerUrl })
const line = await startLine(ownerUrl)
const ran: string[] = []
const note = job({
  name: "test.note",
  payload: z.object({ what: z.string() }),
  run: async ({ what }) => {
    ran.push(what)
  },
})
const pool = openPool({ connectionString: line.url, max: 7 })
pool.on("error", () => {})
const worker = await startWorker({ pool, jobs: [note], platform, concurrency: 2, isMoved: false })
afterAll(async () => {
  await worker.stop()
  await pool.end()
  await Promise.all([line.close(), owner.end()])
})

test("a job that is taken while the line breaks, so that nobody hears of it, is run all the same", async () => {
  await owner.query(`
    create function slow_to_take() returns trigger language plpgsql as $$ begin perform pg_sleep(2); return new; end $$;
    create trigger slow_to_take before update on graphile_worker._private_jobs for each row
      when (old.locked_by is null and new.locked_by is not null) execute function slow_to_take()`)
  await owner.query(`select from graphile_worker.add_job('test.note', '{"what":"unheard"}')`)
  const taken = async (where: string) => (await owner.query(where)).rowCount
  await expect
    .poll(() => taken("select from pg_stat_activity where wait_event = 'PgSleep'"), { timeout: 60_000, interval: 20 })
    .toBe(1)
  line.cut()
  await expect
    .poll(() => taken("select from graphile_worker._private_jobs where locked_by is not null"), { timeout: 60_000 })
    .toBe(1)
  expect(ran).toEqual([])
  await owner.query("drop trigger slow_to_take on graphile_worker._private_jobs")
  line.mend()
  await expect.poll(() => ran, { timeout: 60_000 }).toEqual(["unheard"])
}, 240_000)
