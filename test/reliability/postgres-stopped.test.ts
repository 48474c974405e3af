import { spawnSync } from "node:child_process"
import pg from "pg"
import { expect, test } from "vitest"
import { expectKept } from "./kept.ts"
import { moreWrites, writeWithoutPause } from "./load.ts"
import { ownerUrlOf, postmasterOf, productFolder, startProduct, until } from "./product.ts"
import { firstOwner, patienceMs, somePorts } from "./visitor.ts"

const folder = productFolder()

/** All processes of the folder's PostgreSQL: the postmaster first, then what it started. */
const processes = (): number[] => {
  const postmaster = postmasterOf(folder) ?? Number.NaN
  const lines = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).stdout.trim().split("\n")
  const all = lines.map((line) => line.trim().split(/\s+/).map(Number))
  return [postmaster, ...all.flatMap(([pid = 0, parent]) => (parent === postmaster ? [pid] : []))]
}

const signal = (pids: readonly number[], name: NodeJS.Signals): void => {
  for (const pid of pids) process.kill(pid, name)
}

test("a PostgreSQL that is stopped, loses a backend, is told to end its sessions or ends is outlived: nothing acknowledged is lost, nothing else is there", async () => {
  const [port = 0] = await somePorts(1)
  const product = await startProduct([], { KEELSON_FOLDER: folder, PORT: String(port) })
  const visitor = await firstOwner(product, port)
  const ready = async () => (await fetch(`http://127.0.0.1:${port}/ready`)).status
  const load = writeWithoutPause(visitor, [port])
  await moreWrites(load)

  const stopped = processes()
  expect(stopped.length).toBeGreaterThan(5)
  signal(stopped, "SIGSTOP")
  const before = load.replies.length
  // Each writer had a request under way: all of them are answered, though nobody at the database is.
  await until(() => load.replies.length >= before + 14, 3 * patienceMs, "the requests under way to be answered")
  for (const { status, headers } of load.replies.slice(before + 7))
    expect([status, headers.get("retry-after")]).toEqual([503, "5"])
  expect(await ready()).toBe(503)
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
  signal(stopped, "SIGCONT")
  await moreWrites(load)
  // One answer serves everybody who asks within a second.
  await expect.poll(ready, { timeout: patienceMs }).toBe(200)

  const client = new pg.Client({ connectionString: ownerUrlOf(folder) })
  client.on("error", () => {})
  await client.connect()
  const sessions = "from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()"
  await client.query(`select pg_terminate_backend(pid) ${sessions}`)
  await moreWrites(load)
  const { rows } = await client.query<{ pid: number }>(`select pid ${sessions} and application_name = '' limit 1`)
  // PostgreSQL cannot know what it left behind: it ends all others too and recovers.
  process.kill(rows[0]?.pid ?? Number.NaN, "SIGKILL")
  await moreWrites(load)
  await client.end().catch(() => {})

  const postmaster = postmasterOf(folder) ?? Number.NaN
  process.kill(postmaster, "SIGINT")
  await until(() => ![undefined, postmaster].includes(postmasterOf(folder)), 60_000, "PostgreSQL to be started again")
  await moreWrites(load)
  await load.stop()

  await expectKept(ownerUrlOf(folder), load.acknowledged)
  const statuses = new Set(load.replies.map(({ status }) => status))
  expect([...statuses].filter((status) => ![200, 201, 412, 503].includes(status))).toEqual([])
  expect(load.replies.filter(({ tookMs }) => tookMs >= patienceMs)).toEqual([])
  expect(product.said()).not.toMatch(/unhandled|uncaught/i)
  product.signal("SIGTERM")
  expect(await product.ended).toBe(0)
}, 300_000)
