import { once } from "node:events"
import { existsSync, readdirSync } from "node:fs"
import { connect } from "node:net"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { openKeelson } from "#composition"
import type { Id } from "#core/ids"
import { untilSettled } from "#test/imports"
import { type Caller, callerWith, startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"
import * as contract from "./contract.ts"

/** 1,073,741 bytes. */
const keelson = await startTestKeelson({
  environment: { IMPORT_STORAGE_GB: "0.001", IMPORT_UPLOADS_AT_ONCE: "2" },
  worker: true,
})

const table = (name: string, bytes: number) =>
  `Partner;Type;Xq\n${name};Reseller;\n`.padEnd(bytes, `${name};Reseller;${"note ".repeat(200)}\n`)
const six = 600_000

const spool = () => {
  const folder = join(keelson.platform.config.folder, "uploads")
  return existsSync(folder) ? readdirSync(folder) : []
}
const send = (caller: Caller, name: string, bytes = six) =>
  caller.call(contract.uploadImport, {}, { file: { name: `${name}.csv`, content: table(name, bytes) } })
const kept = async (caller: Caller): Promise<readonly string[]> =>
  (await caller.call(contract.listImports)).body.items.map(({ fileName }) => fileName)
const discard = async (caller: Caller, run: Id) =>
  expect((await caller.call(contract.discardImport, { import: run })).status).toBe(200)

/** An upload of which the head is sent, and the rest when `finish` is called; `answer` is what the server says in the end. */
const begin = async (caller: Caller, slug: string, name: string, bytes = six, address = keelson.address) => {
  const { hostname, port } = new URL(address)
  const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}.csv"\r\n\r\n`
  const body = `${head}${table(name, bytes)}\r\n--b--\r\n`
  const half = 1_000
  const before = spool().length
  const socket = connect(Number(port), hostname)
  socket.write(
    `POST /api/w/${slug}/imports HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncookie: ${caller.cookie}\r\n` +
      `content-type: multipart/form-data; boundary=b\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, half)}`,
  )
  let said = ""
  socket.on("data", (chunk) => {
    said += String(chunk)
  })
  // It has begun when its first bytes lie on the disk, or when it was answered.
  await expect.poll(() => said !== "" || spool().length > before, { timeout: 60_000 }).toBe(true)
  const answered = async () => {
    await expect.poll(() => said.includes("\r\n\r\n"), { timeout: 60_000 }).toBe(true)
    return { status: Number(said.split(" ")[1]), said }
  }
  return {
    answered,
    finish: async () => {
      socket.write(body.slice(half))
      return answered()
    },
    leave: async () => {
      const closed = once(socket, "close")
      socket.destroy()
      await closed
    },
  }
}

describe("the room of a workspace", () => {
  test("a table that finds none is refused before its bytes come, and named are the limit and what to do", async () => {
    const workspace = await keelson.workspace("Full")
    const manager = await workspace.as("partner_manager")
    const first = await send(manager, "first")
    expect(first.status).toBe(201)
    const refused = await (await begin(manager, workspace.slug, "second")).answered()
    expect(refused.status).toBe(409)
    expect(JSON.parse(refused.said.slice(refused.said.indexOf("{"), refused.said.lastIndexOf("}") + 1))).toMatchObject({
      code: "no-room-for-tables",
      detail: { mostBytes: 1_073_741, freeBytes: 1_073_741 - six, names: "1 MB" },
      title: expect.stringContaining("Discard"),
    })
    expect(await kept(manager)).toEqual(["first.csv"])
    await discard(manager, first.body.id)
    expect((await send(manager, "second")).status).toBe(201)
  })

  test("what was imported takes none any more; another workspace has its own; who may not import is told only that", async () => {
    const [one, other] = [await keelson.workspace("One"), await keelson.workspace("Other")]
    const manager = await one.as("partner_manager")
    const { body } = await send(manager, "imported")
    expect((await send(await one.as("viewer"), "viewed")).body).toMatchObject({ code: "role-may-not" })
    expect((await send(await other.as("owner"), "elsewhere")).status).toBe(201)
    expect((await send(manager, "again")).status).toBe(409)
    expect((await manager.call(contract.startImport, { import: body.id })).status).toBe(200)
    expect((await untilSettled(manager, body.id)).state).toBe("imported")
    expect((await send(manager, "again")).status).toBe(201)
  })

  test("a file of before sizes were written down is measured on the disk", async () => {
    const manager = await (await keelson.workspace("Old")).as("partner_manager")
    const { body } = await send(manager, "old")
    await runAsOwner(keelson.ownerUrl, `update import_run set file_bytes = null where id = '${body.id}'`)
    expect((await send(manager, "new")).status).toBe(409)
    expect((await send(manager, "small", 100_000)).status).toBe(201)
  })

  test("of two at once the first finds room, also beside what is still on its way", async () => {
    const workspace = await keelson.workspace("Race")
    const manager = await workspace.as("partner_manager")
    const owner = await workspace.as("owner")
    const first = await begin(manager, workspace.slug, "first")
    expect((await send(owner, "second")).body).toMatchObject({ code: "no-room-for-tables" })
    expect(await kept(owner)).toEqual([])
    expect((await first.finish()).status).toBe(201)
    expect(await kept(owner)).toEqual(["first.csv"])
  })

  test("what breaks off takes no room any more", async () => {
    const workspace = await keelson.workspace("Broken")
    const manager = await workspace.as("partner_manager")
    await (await begin(manager, workspace.slug, "half")).leave()
    await expect.poll(async () => (await send(manager, "whole")).status, { timeout: 60_000 }).toBe(201)
  })
})

test("one person sends so many at once and no more; another one does not wait for them", async () => {
  const workspace = await keelson.workspace("Many")
  const manager = await workspace.as("partner_manager")
  const under = [await begin(manager, workspace.slug, "one", 2_000), await begin(manager, workspace.slug, "two", 2_000)]
  expect((await send(manager, "three", 2_000)).body).toMatchObject({ code: "too-many-at-once", detail: { most: 2 } })
  expect((await send(await workspace.as("owner"), "other", 2_000)).status).toBe(201)
  for (const each of under) expect((await each.finish()).status).toBe(201)
  await expect.poll(async () => (await send(manager, "three", 2_000)).status, { timeout: 60_000 }).toBe(201)
})

describe("two servers over one database", () => {
  const other = openKeelson({ config: keelson.platform.config, ownerUrl: keelson.ownerUrl })
  afterAll(() => other.close())

  test("each finds room for one, and only one is kept", async () => {
    const { address, close } = await other.serve()
    try {
      const workspace = await keelson.workspace("Apart")
      const manager = await workspace.as("partner_manager")
      const there = callerWith(address, workspace.slug, manager.cookie)
      const both = [
        await begin(manager, workspace.slug, "here"),
        await begin(there, workspace.slug, "there", six, address),
      ]
      // Both were let begin: neither server knows what comes to the other.
      const answers = await Promise.all(both.map((each) => each.finish()))
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
      expect(await kept(manager)).toHaveLength(1)
    } finally {
      await close()
    }
  })
})
