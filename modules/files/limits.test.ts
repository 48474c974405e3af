import { describe, expect, test } from "vitest"
import { formOf, openUploads } from "#test/files"
import { startTestKeelson } from "#test/keelson"
import { recordPartnership } from "#test/promises"
import * as contract from "./contract.ts"

const keelson = await startTestKeelson({
  environment: { FILE_MB: "2", FILES_PER_SUBJECT: "6", FILE_STORAGE_GB: "0.02" },
})
const workspace = await keelson.workspace("Files")
const manager = await workspace.as("partner_manager")
const { id: partnership } = await recordPartnership(manager, "Contoso")
const { send, spool, objects, another, addressOf } = openUploads(keelson, workspace, partnership, manager)

describe("limits", () => {
  test("one byte more than a file may hold is refused with the limit named, the last one that fits is taken", async () => {
    const subject = await another()
    const most = 2 * 1024 * 1024
    expect((await send(manager, "fits.txt", "x".repeat(most), { subject })).status).toBe(201)
    const { status, body } = await send(manager, "too large.txt", "y".repeat(most + 1), { subject })
    expect([status, body]).toMatchObject([413, { code: "file-too-large", detail: { megabytes: 2 } }])
    expect((body as unknown as { title: string }).title).toContain("2 MB")
    expect(spool()).toEqual([])
  })

  test("two gigabytes end at once: the answer comes before they do", async () => {
    let sent = 0
    const body = new ReadableStream({
      pull: (stream) => {
        sent += 65_536
        stream.enqueue(new Uint8Array(65_536))
      },
    })
    const response = await fetch(addressOf(), {
      method: "POST",
      headers: { cookie: manager.cookie, "content-type": "multipart/form-data; boundary=b" },
      body: formOf(body),
      duplex: "half",
    } as RequestInit)
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ code: "file-too-large" })
    expect(sent).toBeLessThan(64 * 1024 * 1024)
    expect(spool()).toEqual([])
  })

  test("a thing holds so many files and no more; what was removed makes room", async () => {
    const subject = await another()
    const made = []
    for (let at = 0; at < 6; at++) made.push((await send(manager, `${at}.txt`, `file ${at}`, { subject })).body.id)
    expect(await send(manager, "7.txt", "one more", { subject })).toMatchObject({
      status: 409,
      body: { code: "too-many-files", detail: { most: 6 } },
    })
    expect((await manager.call(contract.removeFile, { file: made[0] ?? "" })).status).toBe(200)
    expect((await send(manager, "7.txt", "one more", { subject })).status).toBe(201)
  })

  test("a workspace holds so many bytes and no more, and what finds no room is not kept", async () => {
    const full = await keelson.workspace("Full")
    const owner = await full.as("owner")
    const subjects = [(await recordPartnership(owner, "Full")).id, (await recordPartnership(owner, "Fuller")).id]
    const uploads = openUploads(keelson, full, subjects[0] ?? "", owner)
    const answers: number[] = []
    for (let at = 0; at < 11; at++) {
      const content = String(at % 10).repeat(2 * 1024 * 1024 - at - 1)
      answers.push((await uploads.send(owner, `${at}.txt`, content, { subject: subjects[at % 2] ?? "" })).status)
    }
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 201), 409])
    expect(uploads.objects(full.system.workspaceId)).toHaveLength(10)
  })
})

test("an upload that breaks off leaves nothing behind, and the next one is taken", async () => {
  const before = objects().length
  const breaking = new AbortController()
  const endless = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode("half of it")) })
  const sent = fetch(addressOf(), {
    method: "POST",
    headers: { cookie: manager.cookie, "content-type": "multipart/form-data; boundary=b" },
    body: formOf(endless),
    duplex: "half",
    signal: breaking.signal,
  } as RequestInit)
  await expect.poll(spool).toHaveLength(1)
  breaking.abort()
  await expect(sent).rejects.toThrow()
  await expect.poll(spool).toEqual([])
  expect(objects()).toHaveLength(before)
  expect((await send(manager, "next.txt", "next", { subject: await another() })).status).toBe(201)
})
