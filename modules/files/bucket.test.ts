import { createHash } from "node:crypto"
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import S3rver from "s3rver"
import { afterAll, expect, test } from "vitest"
import { readManifest } from "#platform/backup/manifest"
import { restoreBackup } from "#platform/backup/restore"
import { verify } from "#platform/backup/verify"
import { writeBackup } from "#platform/backup/write"
import { readConfig } from "#platform/config"
import { openStorage } from "#platform/storage/storage"
import { movableClock } from "#test/clock"
import { createEmptyDatabase } from "#test/database"
import { openUploads } from "#test/files"
import { startTestKeelson } from "#test/keelson"
import { recordPartnership, runJob } from "#test/promises"
import { getFile, removeFile } from "./contract.ts"

const place = mkdtempSync(join(tmpdir(), "keelson-bucket-"))
afterAll(() => rmSync(place, { recursive: true, force: true }))

const start = async (port: number) => {
  const server = new S3rver({
    ...{ port, address: "127.0.0.1", silent: true, directory: join(place, "s3") },
    configureBuckets: [{ name: "kept", configs: [] }],
  })
  return { server, port: (await server.run()).port }
}
let { server, port } = await start(0)
afterAll(() => server.close())
const environment = (prefix: string) => ({
  ...{ S3_BUCKET: "kept", S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_PREFIX: prefix },
  ...{ S3_ACCESS_KEY_ID: "S3RVER", S3_SECRET_ACCESS_KEY: "S3RVER" },
})

const clock = movableClock("2026-03-01T09:00:00.000Z")
const keelson = await startTestKeelson({ clock, environment: environment("keelson/") })
const workspace = await keelson.workspace("In a bucket")
const manager = await workspace.as("partner_manager")
const { id: partnership, organizationId } = await recordPartnership(manager, "Contoso")
const partner = await workspace.asPartner(organizationId)
const { send, bytesOf, namesFor, objects, spool } = openUploads(keelson, workspace, partnership, manager)
const kept = async (storage = keelson.platform.storage) => {
  const found: string[] = []
  for await (const { key } of storage.list()) found.push(key.split("/").at(-1) ?? "")
  return found.toSorted()
}
const hashOf = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex")
const text = "0123456789".repeat(700_000)

test("what is uploaded lies in the bucket and nowhere else, and comes back whole and in part", async () => {
  const { status, body } = await send(manager, "large.txt", text)
  expect([status, body.hash]).toEqual([201, hashOf(text)])
  expect([await kept(), objects(), spool()]).toEqual([[hashOf(text)], [], []])
  const whole = await bytesOf(partner, body.id)
  expect([whole.status, whole.headers.get("accept-ranges"), hashOf(whole.bytes)]).toEqual([200, "bytes", hashOf(text)])
  const part = async (range: string, more = {}) => {
    const { status, headers, bytes } = await bytesOf(partner, body.id, { range, ...more })
    return [status, headers.get("content-range"), status === 200 ? bytes.length : bytes.toString()]
  }
  const all = text.length
  expect(await part("bytes=10-14")).toEqual([206, `bytes 10-14/${all}`, "01234"])
  expect(await part(`bytes=${all - 3}-`)).toEqual([206, `bytes ${all - 3}-${all - 1}/${all}`, "789"])
  expect(await part("bytes=-4")).toEqual([206, `bytes ${all - 4}-${all - 1}/${all}`, "6789"])
  expect(await part(`bytes=${all - 2}-${all + 100}`)).toEqual([206, `bytes ${all - 2}-${all - 1}/${all}`, "89"])
  expect(await part(`bytes=${all}-`)).toEqual([416, `bytes */${all}`, ""])
  for (const whole of ["bytes=5-2", "bytes=0-1,5-6", "lines=1-2", "bytes=-"])
    expect(await part(whole)).toEqual([200, null, all])
  expect(await part("bytes=0-1", { "if-range": '"another"' })).toEqual([200, null, all])
  expect(await part("bytes=0-1", { "if-range": whole.headers.get("etag") ?? "" })).toEqual([
    206,
    `bytes 0-1/${all}`,
    "01",
  ])
})

test("what is removed leaves the bucket when its time is over", async () => {
  const { body } = await send(manager, "soon gone.txt", "soon gone")
  expect(await kept()).toContain(body.hash)
  await manager.call(removeFile, { file: body.id })
  expect((await bytesOf(manager, body.id)).status).toBe(410)
  clock.moveTo("2026-03-31T08:59:00.000Z")
  await runJob("files.sweep", keelson)
  expect(await kept()).toContain(body.hash)
  clock.moveTo("2026-03-31T09:01:00.000Z")
  await runJob("files.sweep", keelson)
  expect(await kept()).toEqual([hashOf(text)])
})

test("while the store is away nothing is lost or half there, each request is told so, and then all goes on", async () => {
  const before = await namesFor(manager)
  const { body: there } = await send(manager, "there.txt", "there")
  await server.close()
  const refused = await send(manager, "not kept.txt", "not kept")
  expect([refused.status, refused.body]).toMatchObject([
    503,
    { code: "files-away", title: expect.stringMatching(/store of files does not answer/) },
  ])
  const { status, headers, bytes } = await bytesOf(manager, there.id)
  expect([status, headers.get("retry-after"), JSON.parse(bytes.toString()).code]).toEqual([503, "30", "files-away"])
  expect(await namesFor(manager)).toEqual(["there.txt", ...before])
  expect((await manager.call(getFile, { file: there.id })).status).toBe(200)
  expect(spool()).toEqual([])
  await expect(kept()).rejects.toThrow(/store of files does not answer/)
  await runJob("files.sweep", keelson).catch(() => {})
  ;({ server } = await start(port))
  expect((await bytesOf(manager, there.id)).bytes.toString()).toBe("there")
  expect((await send(manager, "kept now.txt", "kept now")).status).toBe(201)
  expect(await namesFor(manager)).toEqual(["kept now.txt", "there.txt", ...before])
}, 120_000)

test("a backup holds what is in the bucket, and restores it into another one", async () => {
  const folder = join(place, "backup")
  const say = () => {}
  const opened = async (ownerUrl: string) => {
    const client = new pg.Client({ connectionString: ownerUrl })
    // Its database may go before it.
    client.on("error", () => {})
    await client.connect()
    afterAll(() => client.end())
    return client
  }
  const uploads = join(place, "uploads")
  const { storage } = keelson.platform
  const client = await opened(keelson.ownerUrl)
  const { files } = await writeBackup({ client, storage, uploads, say, madeAt: clock.now() }, folder)
  expect(files.map(({ hash }) => hash).toSorted()).toEqual(await kept())
  const { ownerUrl } = await createEmptyDatabase()
  const other = openStorage(readConfig({ ...environment("restored/"), KEELSON_FOLDER: join(place, "other") }))
  const into = {
    client: await opened(ownerUrl),
    ownerUrl,
    storage: other,
    uploads,
    passing: join(place, "passing"),
    say,
  }
  await restoreBackup(into, folder)
  expect(await kept(other)).toEqual(await kept())
  expect(await verify(into, await readManifest(folder))).toEqual([])
  expect(readdirSync(place)).not.toContain("passing")
}, 120_000)
