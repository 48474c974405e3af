import pg from "pg"
import { afterAll, describe, expect, test } from "vitest"
import { formOf, openUploads } from "#test/files"
import { startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"
import { recordPartnership } from "#test/promises"
import * as contract from "./contract.ts"

const keelson = await startTestKeelson({
  environment: { FILE_MB: "2", FILES_PER_SUBJECT: "6", FILE_STORAGE_GB: "0.02" },
})
const workspace = await keelson.workspace("Files")
const manager = await workspace.as("partner_manager")
const { id: partnership } = await recordPartnership(manager, "Contoso")
const { send, spool, objects, another, addressOf, list } = openUploads(keelson, workspace, partnership, manager)

const owner = new pg.Client({ connectionString: keelson.ownerUrl })
await owner.connect()
afterAll(() => owner.end())

/** Sends all at once, and lets nobody write down a file before everybody waits: for that, or for one another. */
const atOnce = async <T>(sends: readonly (() => Promise<T>)[]): Promise<T[]> => {
  await owner.query("begin; lock table file in share mode")
  const sent = Promise.all(sends.map((each) => each()))
  const waiting = `select count(*)::int as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  try {
    const patience = { timeout: 60_000 }
    await expect
      .poll(async () => await runAsOwner(keelson.ownerUrl, waiting), patience)
      .toEqual([{ waiting: sends.length }])
  } finally {
    await owner.query("commit")
  }
  return sent
}

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

  test("of several that bring the last file at once one is taken, and the others are told", async () => {
    const subject = await another()
    for (let at = 0; at < 5; at++) await send(manager, `${at}.txt`, `file ${at}`, { subject })
    const bringing = [1, 2, 3].map((at) => () => send(manager, `at once ${at}.txt`, `at once ${at}`, { subject }))
    const answers = await atOnce(bringing)
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: "too-many-files" })
    expect((await list(manager, subject)).body.items).toHaveLength(6)
  })

  test("of several that take the last bytes of a workspace at once, about whatever, one finds room", async () => {
    const tight = await keelson.workspace("Tight")
    const host = await tight.as("owner")
    const subjects = [(await recordPartnership(host, "One")).id, (await recordPartnership(host, "Two")).id]
    const uploads = openUploads(keelson, tight, subjects[0] ?? "", host)
    const most = 2 * 1024 * 1024
    for (let at = 0; at < 9; at++) {
      const subject = subjects[at % 2] ?? ""
      expect((await uploads.send(host, `${at}.txt`, String(at).repeat(most), { subject })).status).toBe(201)
    }
    const bringing = subjects.map(
      (subject, at) => () => uploads.send(host, "last.txt", "ab".charAt(at).repeat(most), { subject }),
    )
    const answers = await atOnce(bringing)
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: "no-room-left" })
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
