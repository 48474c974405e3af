import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { movableClock } from "#test/clock"
import { type Caller, startTestKeelson } from "#test/keelson"
import { runJob } from "#test/promises"
import * as contract from "./contract.ts"

const folder = mkdtempSync(join(tmpdir(), "keelson-uploads-"))
const clock = movableClock("2026-11-02T09:00:00.000Z")
const { moveTo } = clock
const keelson = await startTestKeelson({ clock, environment: { KEELSON_FOLDER: folder } })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const workspace = await keelson.workspace("Uploads")
const manager = await workspace.as("partner_manager")
const files = () => readdirSync(join(folder, "uploads"))
const send = (caller: Caller, content: string, idempotencyKey?: string) =>
  caller.call(
    contract.uploadImport,
    {},
    { file: { name: "file.csv", content }, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) },
  )

test("only the file of an accepted upload stays on disk", async () => {
  const accepted = await send(manager, "Partner;Type\nContoso;Reseller\n", "first")
  expect(accepted.status).toBe(201)
  expect(files()).toHaveLength(1)
  const viewer = await workspace.as("viewer")
  expect((await send(viewer, "Partner;Type\nFabrikam;Reseller\n")).status).toBe(403)
  expect((await send(keelson.anonymous(workspace.slug), "Partner;Type\n")).status).toBe(401)
  expect((await send(manager, "")).status).toBe(422)
  expect((await send(manager, "Partner;Type\nFabrikam;Reseller\n", "first")).status).toBe(422)
  expect(files()).toHaveLength(1)
  expect((await manager.call(contract.discardImport, { import: accepted.body.id })).status).toBe(200)
  expect(files()).toEqual([])
})

test("an upload that breaks off leaves nothing behind", async () => {
  const before = files()
  const breaking = new AbortController()
  const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="half.csv"\r\n\r\nPartner;Type\n'
  const body = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode(head)) })
  const sent = fetch(`${keelson.address}/api/w/${workspace.slug}/imports`, {
    method: "POST",
    headers: { cookie: manager.cookie, "content-type": "multipart/form-data; boundary=b" },
    body,
    duplex: "half",
    signal: breaking.signal,
  })
  await expect.poll(files).toHaveLength(before.length + 1)
  breaking.abort()
  await expect(sent).rejects.toThrow()
  await expect.poll(files).toEqual(before)
})

test("a file that nobody imported is forgotten after seven days, with its import; a younger one and an imported one stay", async () => {
  const old = (await send(manager, "Partner;Type\nContoso;Reseller\n")).body
  const started = (await send(manager, "Partner;Type\nFabrikam;Reseller\n")).body
  expect((await manager.call(contract.startImport, { import: started.id })).status).toBe(200)
  moveTo("2026-11-05T09:00:00.000Z")
  const young = (await send(manager, "Partner;Type\nNorthwind;Reseller\n")).body
  moveTo("2026-11-09T08:59:00.000Z")
  await runJob("privacy.retain", keelson)
  expect(files()).toHaveLength(3)
  moveTo("2026-11-09T09:01:00.000Z")
  await runJob("privacy.retain", keelson)
  const left = (await manager.call(contract.listImports)).body.items.map(({ id }) => id)
  expect(left).toEqual([young.id, started.id])
  expect(left).not.toContain(old.id)
  expect(files()).toHaveLength(2)
})
