import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { localStorage } from "#platform/storage/local"
import { createEmptyDatabase, createTestDatabase } from "#test/database"
import { runAsOwner } from "#test/owner-connection"
import { readManifest } from "./manifest.ts"
import { restoreBackup } from "./restore.ts"
import { verify } from "./verify.ts"
import { writeBackup } from "./write.ts"

const place = mkdtempSync(join(tmpdir(), "keelson-full-"))
afterAll(() => rmSync(place, { recursive: true, force: true }))
const { ownerUrl } = await createTestDatabase()
const store = join(place, "files")
const bytes = Buffer.alloc(3_000_000, "x")
const hash = createHash("sha256").update(bytes).digest("hex")
const workspaceId = "018f0000-0000-7000-8000-000000000001"
const folder = join(place, "backup")
const say = () => {}

const opened = async (url: string) => {
  const client = new pg.Client({ connectionString: url })
  // Its database may go before it.
  client.on("error", () => {})
  await client.connect()
  afterAll(() => client.end())
  return client
}

beforeAll(async () => {
  mkdirSync(store)
  writeFileSync(join(place, "coming"), bytes)
  await localStorage(store).put(`${workspaceId}/${hash}`, join(place, "coming"))
  const of = { client: await opened(ownerUrl), storage: localStorage(store), uploads: join(place, "uploads") }
  await writeBackup({ ...of, madeAt: "2026-05-04T10:00:00.000Z", say }, folder)
})

/** Runs it in a process that may write files of one megabyte at most, as on a disk that is full; answers the sentence. */
const onFullDisk = (work: string): string =>
  execFileSync("sh", ["-c", `ulimit -f 2048; exec "$0" --input-type=module -e "$1"`, process.execPath, script(work)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim()

const script = (work: string) => `
  import pg from "pg"
  import { restoreBackup } from "#platform/backup/restore"
  import { writeBackup } from "#platform/backup/write"
  import { localStorage } from "#platform/storage/local"
  const opened = async (connectionString) => { const client = new pg.Client({ connectionString }); await client.connect(); return client }
  const say = () => {}
  try { await (async () => { ${work} })(); console.log("done") } catch (fault) { console.log(fault.name + ": " + fault.message) }
  process.exit(0)`

const text = JSON.stringify

test("a backup for which there is no room is one sentence, no folder that looks like a backup, and the original as it was", async () => {
  const full = join(place, "full")
  const said =
    onFullDisk(`await writeBackup({ client: await opened(${text(ownerUrl)}), storage: localStorage(${text(store)}),
    uploads: "/nowhere", madeAt: "2026-05-04T10:00:00.000Z", say }, ${text(full)})`)
  expect(said).toBe(`BackupFault: The disk of ${full} is full: free some space, or name a folder on another disk.`)
  expect([existsSync(full), existsSync(`${full}.partial`)]).toEqual([false, false])
  const client = await opened(ownerUrl)
  expect(await verify({ client, storage: localStorage(store), say }, await readManifest(folder))).toEqual([])
})

test("a restore for which there is no room is one sentence; the database is empty still, and the same is tried again", async () => {
  const { ownerUrl: into } = await createEmptyDatabase()
  const [files, uploads, passing] = ["into", "uploads", "passing"].map((name) => join(place, `full ${name}`)) as [
    string,
    string,
    string,
  ]
  const said = onFullDisk(`await restoreBackup({ client: await opened(${text(into)}), ownerUrl: ${text(into)},
    storage: localStorage(${text(files)}), uploads: ${text(uploads)}, passing: ${text(passing)}, say }, ${text(folder)})`)
  expect(said).toBe(
    "BackupFault: The disk of the files is full: free some space and restore again; the database is still empty.",
  )
  const tables = "select count(*)::int as tables from pg_class where relnamespace = 'public'::regnamespace"
  expect(await runAsOwner(into, tables)).toEqual([{ tables: 0 }])
  expect([existsSync(passing), existsSync(files) ? readdirSync(files, { recursive: true }) : []]).toEqual([false, []])
  const client = await opened(into)
  const again = { client, ownerUrl: into, storage: localStorage(files), uploads, passing, say }
  await restoreBackup(again, folder)
  expect(await verify(again, await readManifest(folder))).toEqual([])
})
