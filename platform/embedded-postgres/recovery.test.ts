import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { afterEach, beforeEach, expect, test } from "vitest"
import { killNow, startOtherKeelson } from "#test/other-keelson"
import { withClient } from "./connection.ts"
import { startEmbeddedPostgres } from "./start.ts"
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from "./types.ts"

let folder = ""
let lines: string[] = []
let running: EmbeddedPostgres[] = []

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "keelson-postgres-")), "postgres")
  chmodSync(join(folder, ".."), 0o755)
  lines = []
})

afterEach(async () => {
  for (const server of running) await server.stop()
  running = []
  rmSync(join(folder, ".."), { recursive: true, force: true })
})

const start = async (more: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> => {
  const log = (line: string): void => void lines.push(line)
  const server = await startEmbeddedPostgres({ folder, log, isDurable: false, preferredPort: 0, ...more })
  running.push(server)
  return server
}

const stop = async (server: EmbeddedPostgres): Promise<void> => {
  running = running.filter((one) => one !== server)
  await server.stop()
}

const query = (server: EmbeddedPostgres, text: string): Promise<unknown[]> =>
  withClient(server.ownerUrl, async (client) => (await client.query(text)).rows)

test("keeps its data from one start to the next", async () => {
  const first = await start()
  await query(first, "CREATE TABLE promise AS SELECT 'kept' AS state")
  await stop(first)
  expect(await query(await start(), "SELECT state FROM promise")).toEqual([{ state: "kept" }])
})

test("brings the extensions and sorts by code point, with ICU at hand", async () => {
  const server = await start()
  for (const name of ["pg_trgm", "unaccent", "btree_gin", "citext"]) await query(server, `CREATE EXTENSION ${name}`)
  const names = "FROM unnest(ARRAY['Zoe', 'ada', 'Äda']) AS name"
  expect(await query(server, `SELECT lower('ÄÖ'), string_agg(name, ' ' ORDER BY name) AS plain ${names}`)).toEqual([
    { lower: "äö", plain: "Zoe ada Äda" },
  ])
  expect(
    await query(server, `SELECT string_agg(name, ' ' ORDER BY name COLLATE "und-x-icu") AS people ${names}`),
  ).toEqual([{ people: "ada Äda Zoe" }])
})

test("takes over the server of a Keelson that was killed", async () => {
  const { keelson, postgres } = await startOtherKeelson(folder)
  await killNow(keelson)
  const server = await start()
  expect(server.pid).toBe(postgres)
  expect(lines).toEqual([`Took over the PostgreSQL that was still running (process ${postgres})`])
})

test("recovers when Keelson and PostgreSQL were killed together", async () => {
  const { keelson, postgres } = await startOtherKeelson(folder)
  const before = await start({ joins: true })
  await query(before, "CREATE TABLE promise AS SELECT 'kept' AS state")
  await killNow(keelson)
  process.kill(postgres, "SIGKILL")
  const server = await start()
  expect(server.pid).not.toBe(postgres)
  expect(await query(server, "SELECT state FROM promise")).toEqual([{ state: "kept" }])
})

test("starts PostgreSQL again on the same port when it dies", async () => {
  const server = await start()
  const dead = server.pid
  process.kill(dead, "SIGKILL")
  while (server.pid === dead) await pause(50)
  expect(await query(server, "SELECT 1 AS one")).toEqual([{ one: 1 }])
  expect(lines).toContain("PostgreSQL stopped unexpectedly: starting it again")
})

test("comes back on its own port, where those who use it look for it, though a stranger has taken it meanwhile", async () => {
  const server = await start()
  const { pid: dead, port } = server
  process.kill(dead, "SIGKILL")
  const stranger = createServer()
  const take = (): Promise<boolean> =>
    new Promise((resolve) => {
      stranger.once("error", () => resolve(false))
      stranger.listen(port, "127.0.0.1", () => resolve(true))
    })
  while (server.pid === dead && !(await take()));
  // Longer than it takes to see that the server is gone.
  await pause(2_000)
  await new Promise((resolve) => stranger.close(resolve))
  while (server.pid === dead) await pause(50)
  expect(await query(server, "SELECT 1 AS one")).toEqual([{ one: 1 }])
})

test("is not misled by a stranger that runs under the old process id", async () => {
  await stop(await start())
  writeFileSync(join(folder, "data", "postmaster.pid"), `${process.pid}\n${folder}\n1\n1\n\n127.0.0.1\n\nready   \n`)
  writeFileSync(join(folder, "keelson.lock"), JSON.stringify({ pid: process.pid, startTime: "long ago" }))
  expect(await query(await start(), "SELECT 1 AS one")).toEqual([{ one: 1 }])
})

test("takes another port when the preferred one is taken", async () => {
  const stranger = createServer().listen(0, "127.0.0.1")
  await new Promise((resolve) => stranger.once("listening", resolve))
  const { port } = stranger.address() as { port: number }
  const server = await start({ preferredPort: port })
  expect(server.port).not.toBe(port)
  stranger.close()
})

test("begins anew when the first start was cut short", async () => {
  mkdirSync(join(folder, "draft-1", "base"), { recursive: true })
  writeFileSync(join(folder, "draft-1.password"), "half")
  await start()
  expect(readdirSync(folder).filter((name) => name.startsWith("draft-"))).toEqual([])
})

test("leaves a folder alone that is not a database", async () => {
  mkdirSync(join(folder, "data"), { recursive: true })
  writeFileSync(join(folder, "data", "letters.txt"), "mine")
  await expect(start()).rejects.toThrow("is a folder but not a PostgreSQL database: move it away")
  expect(existsSync(join(folder, "data", "letters.txt"))).toBe(true)
  expect(existsSync(join(folder, "keelson.lock"))).toBe(false)
})

test("refuses a second Keelson on the same folder, unless it only joins", async () => {
  const server = await start()
  await expect(start()).rejects.toThrow(`Keelson already runs on ${folder} (process ${process.pid}): stop it first`)
  const guest = await start({ joins: true })
  expect(guest.pid).toBe(server.pid)
  await stop(guest)
  expect(await query(server, "SELECT 1 AS one")).toEqual([{ one: 1 }])
})

test("is not misled by a process of another container that has the same id: its folder is taken only once it shows no life", async () => {
  await stop(await start())
  const file = join(folder, "keelson.lock")
  const elsewhere = JSON.stringify({ pid: process.pid, startTime: "1", where: "another container" })
  writeFileSync(file, elsewhere)
  // PostgreSQL elsewhere: what it left in its folder must not be cleared away under it.
  const postmaster = `1\n${folder}\n1\n1\n\n127.0.0.1\n\nready   \n`
  writeFileSync(join(folder, "data", "postmaster.pid"), postmaster)
  let signs = 0
  const living = setInterval(() => utimesSync(file, ++signs, signs), 100)
  for (const joins of [false, true])
    await expect(start({ joins })).rejects.toThrow(`in another container or on another machine runs on ${folder}`)
  clearInterval(living)
  expect(readFileSync(file, "utf8")).toBe(elsewhere)
  expect(readFileSync(join(folder, "data", "postmaster.pid"), "utf8")).toBe(postmaster)
  expect(await query(await start(), "SELECT 1 AS one")).toEqual([{ one: 1 }])
})

test("finds a place of its own when the server's user cannot enter the folder", async () => {
  chmodSync(join(folder, ".."), 0o700)
  const first = await start()
  await query(first, "CREATE TABLE promise AS SELECT 'kept' AS state")
  await stop(first)
  const server = await start()
  expect(await query(server, "SELECT state FROM promise")).toEqual([{ state: "kept" }])
  const [place] = (await query(server, "SHOW data_directory")) as [{ data_directory: string }]
  await stop(server)
  rmSync(place.data_directory, { recursive: true, force: true })
})
