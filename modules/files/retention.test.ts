import { createHash } from "node:crypto"
import { mkdirSync, utimesSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, test } from "vitest"
import { movableClock } from "#test/clock"
import { openUploads } from "#test/files"
import { startTestKeelson } from "#test/keelson"
import { recordPartnership, runJob } from "#test/promises"
import { removeFile } from "./contract.ts"

const clock = movableClock("2026-03-01T09:00:00.000Z")
const { moveTo } = clock
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Kept")
const { workspaceId } = workspace.system
const manager = await workspace.as("partner_manager")
const { id: partnership, organizationId } = await recordPartnership(manager, "Contoso")
const partner = await workspace.asPartner(organizationId)
const { send, bytesOf, objects } = openUploads(keelson, workspace, partnership, manager)
const sweep = () => runJob("files.sweep", keelson)

test("the bytes of a removed file stay for a month, and for as long as another file has the same", async () => {
  const alone = (await send(manager, "alone.txt", "alone")).body
  const shared = (await send(manager, "one.txt", "in two files")).body
  const other = (await send(partner, "two.txt", "in two files", { private: true })).body
  for (const { id } of [alone, shared]) expect((await manager.call(removeFile, { file: id })).status).toBe(200)
  moveTo("2026-03-31T08:59:00.000Z")
  await sweep()
  expect(objects()).toHaveLength(2)
  moveTo("2026-03-31T09:01:00.000Z")
  await sweep()
  // The other one is private to a company: the host's jobs do not see it, and keep its bytes.
  expect(objects()).toEqual([shared.hash])
  expect((await bytesOf(partner, other.id)).bytes.toString()).toBe("in two files")
})

test("bytes that were deleted come back with whoever uploads them again", async () => {
  const { body } = await send(manager, "alone again.txt", "alone")
  expect((await bytesOf(manager, body.id)).bytes.toString()).toBe("alone")
})

test("bytes of an upload that came to nothing are swept after a day; a younger one's, and what is of no form of ours, stay", async () => {
  const lay = (content: string, at: string, folder = workspaceId) => {
    const hash = createHash("sha256").update(content).digest("hex")
    const path = join(keelson.platform.config.folder, "files", folder, hash.slice(0, 2), hash)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    utimesSync(path, new Date(at), new Date(at))
    return hash
  }
  const old = lay("of a killed server", "2026-03-30T09:00:00Z")
  const young = lay("on its way", "2026-03-31T08:30:00Z")
  await sweep()
  expect(objects()).toContain(young)
  expect(objects()).not.toContain(old)
})

test("a sweep beside uploads of the very bytes it deletes leaves no file without its bytes", async () => {
  const contents = Array.from({ length: 12 }, (_, at) => `raced ${at}`)
  for (const content of contents) {
    const { body } = await send(manager, "raced.txt", content)
    await manager.call(removeFile, { file: body.id })
  }
  moveTo("2026-06-01T09:00:00.000Z")
  const [, ...answers] = await Promise.all([sweep(), ...contents.map((content) => send(manager, "back.txt", content))])
  for (const { status, body } of answers) {
    // Whoever comes in just that moment is asked to come again; nobody is told of a file that has no bytes.
    expect([201, 503]).toContain(status)
    if (status === 201) expect((await bytesOf(manager, body.id)).status).toBe(200)
  }
  await sweep()
  for (const { status, body } of answers) if (status === 201) expect((await bytesOf(manager, body.id)).status).toBe(200)
})
