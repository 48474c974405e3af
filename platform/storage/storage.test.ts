import { createHash } from "node:crypto"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import S3rver from "s3rver"
import { afterAll, describe, expect, test } from "vitest"
import { z } from "zod"
import { fileSettings, fileSettingsOf } from "#platform/file-settings"
import { localStorage } from "./local.ts"
import { objectKey, openStorage, type Storage } from "./storage.ts"

const folder = mkdtempSync(join(tmpdir(), "keelson-store-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const settings = (given: Record<string, string>) => fileSettingsOf(z.object(fileSettings).parse(given))

const server = new S3rver({
  port: 0,
  address: "127.0.0.1",
  silent: true,
  directory: join(folder, "s3"),
  configureBuckets: [{ name: "kept", configs: [] }],
})
const { port } = await server.run()
afterAll(() => server.close())
const bucket = openStorage({
  folder,
  files: settings({
    S3_BUCKET: "kept",
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_PREFIX: "keelson/",
    S3_ACCESS_KEY_ID: "S3RVER",
    S3_SECRET_ACCESS_KEY: "S3RVER",
  }),
})
const local = openStorage({ folder, files: settings({}) })

const [one, two] = ["018f0000-0000-7000-8000-000000000001", "018f0000-0000-7000-8000-000000000002"]
let made = 0
const put = async (storage: Storage, workspaceId: string, content: Uint8Array | string) => {
  const key = objectKey(workspaceId, createHash("sha256").update(content).digest("hex"))
  const path = join(folder, `coming-${made++}`)
  writeFileSync(path, content)
  await storage.put(key, path)
  return key
}
const contentOf = async (storage: Storage, key: string): Promise<Buffer | undefined> => {
  const stream = await storage.read(key)
  return stream && Buffer.concat(await Readable.from(stream).toArray())
}
const all = async (storage: Storage, prefix?: string) => {
  const found = []
  for await (const each of storage.list(prefix)) found.push(each)
  return found
}

describe.each([
  ["a folder", local],
  ["a bucket", bucket],
])("%s", (_name, storage) => {
  test("gives back what it was given, in one part and in several, and keeps the same bytes once", async () => {
    const large = Buffer.alloc(11 * 1024 * 1024, "0123456789abcdef")
    const [small, big] = [await put(storage, one, "a few bytes"), await put(storage, one, large)]
    expect(await put(storage, one, "a few bytes")).toBe(small)
    expect((await contentOf(storage, small))?.toString()).toBe("a few bytes")
    expect((await contentOf(storage, big))?.equals(large)).toBe(true)
    expect(await storage.has(small)).toBe(true)
    expect((await all(storage, `${one}/`)).map(({ key, bytes }) => [key, bytes]).toSorted()).toEqual(
      [
        [small, 11],
        [big, large.length],
      ].toSorted(),
    )
  })

  test("keeps workspaces apart and lists each by itself, and all of them for a backup", async () => {
    const theirs = await put(storage, two, "of the second workspace")
    expect((await all(storage, `${two}/`)).map(({ key }) => key)).toEqual([theirs])
    const everything = await all(storage)
    expect(everything.map(({ key }) => key)).toContain(theirs)
    expect(everything).toHaveLength(3)
    expect(everything.every(({ storedAt }) => !Number.isNaN(Date.parse(storedAt)))).toBe(true)
  })

  test("what is not there is not there, and is removed without a word", async () => {
    const gone = await put(storage, one, "soon gone")
    await storage.remove(gone)
    await storage.remove(gone)
    expect(await storage.has(gone)).toBe(false)
    expect(await storage.read(gone)).toBeUndefined()
    expect(await all(storage, "018f0000-0000-7000-8000-000000000003/")).toEqual([])
  })
})

test("no key leads out of the folder", async () => {
  const storage = localStorage(join(folder, "files"))
  for (const key of ["../secret/x", "a/../../secret", "/etc/passwd", "a/b/c", "a", `${one}/..`])
    await expect(storage.read(key)).rejects.toThrow(/not a key/)
})

test("an S3 store that is not there is said so, not taken for an empty one", async () => {
  const nowhere = openStorage({
    folder,
    files: settings({
      S3_BUCKET: "kept",
      S3_ENDPOINT: "http://127.0.0.1:9",
      S3_ACCESS_KEY_ID: "a",
      S3_SECRET_ACCESS_KEY: "b",
    }),
  })
  await expect(nowhere.has(objectKey(one, "abc"))).rejects.toMatchObject({
    body: { status: 503, code: "files-away" },
    cause: { code: "ECONNREFUSED" },
  })
})

test("where files are checked, no file may be larger than the scanner takes", () => {
  expect(settings({ FILE_MB: "100" }).mostBytes).toBe(100 * 1024 * 1024)
  expect(settings({ FILE_MB: "100", CLAMD: "tcp://127.0.0.1:3310" })).toMatchObject({
    mostBytes: 25 * 1024 * 1024,
    clamd: { host: "127.0.0.1", port: 3310 },
  })
  expect(settings({ CLAMD: "unix:///run/clamav/clamd.ctl", CLAMD_MB: "400" })).toMatchObject({
    mostBytes: 50 * 1024 * 1024,
    clamd: { path: "/run/clamav/clamd.ctl" },
  })
})
