import { createHash } from "node:crypto"
import { readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { getTimeline } from "#contract/activities"
import { pdf } from "#test/bytes"
import { recordConsortium } from "#test/consortium"
import { openUploads } from "#test/files"
import { startTestKeelson } from "#test/keelson"
import { recordPartnership } from "#test/promises"
import * as contract from "./contract.ts"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Files")
const manager = await workspace.as("partner_manager")
const { id: partnership, organizationId } = await recordPartnership(manager, "Contoso")
const partner = await workspace.asPartner(organizationId)
const stranger = await workspace.asPartner((await recordPartnership(manager, "Fabrikam")).organizationId)
const { folder } = keelson.platform.config
const { send, list, namesFor, bytesOf, objects, spool, another } = openUploads(keelson, workspace, partnership, manager)

test("what one party uploads the other reads, byte for byte, as a file to save and nothing to show", async () => {
  const content = pdf("Vertrag")
  const { status, body } = await send(partner, "Vertrag Müller & Söhne (1).pdf", content)
  expect(status).toBe(201)
  expect(body).toMatchObject({
    name: "Vertrag Müller & Söhne (1).pdf",
    mediaType: "application/pdf",
    bytes: content.length,
    hash: createHash("sha256").update(content).digest("hex"),
    visibility: "shared",
    side: "partner",
    check: "unchecked",
    abilities: { download: true, remove: true },
  })
  const { headers, bytes } = await bytesOf(manager, body.id)
  expect(Buffer.from(bytes).equals(Buffer.from(content))).toBe(true)
  expect(headers.get("content-type")).toBe("application/pdf")
  expect(headers.get("content-length")).toBe(String(content.length))
  expect(headers.get("content-disposition")).toBe(
    `attachment; filename="Vertrag M_ller & S_hne (1).pdf"; filename*=UTF-8''Vertrag%20M%C3%BCller%20%26%20S%C3%B6hne%20%281%29.pdf`,
  )
  expect(headers.get("x-content-type-options")).toBe("nosniff")
  expect(headers.get("content-security-policy")).toContain("sandbox")
  expect(headers.get("cache-control")).toBe("no-store")
  const again = await bytesOf(manager, body.id, { "if-none-match": headers.get("etag") ?? "" })
  expect([again.status, again.bytes.length]).toEqual([304, 0])
})

test("a file is found with what it is about among the partnership's, and its coming is on the timeline", async () => {
  const { body } = await manager.call(contract.listPartnershipFiles, { partnership })
  expect(body.items).toMatchObject([{ name: "Vertrag Müller & Söhne (1).pdf", subjectName: "Contoso" }])
  const timeline = (await partner.call(getTimeline, { partnership })).body.items
  expect(timeline.map(({ kind }) => kind)).toContain("file.added")
})

describe("who sees it", () => {
  test("what a party keeps to itself the other party neither lists nor gets; a stranger gets nothing at all", async () => {
    const subject = partnership
    const ours = (await send(manager, "ours.txt", "for us", { private: true })).body
    const theirs = (await send(partner, "theirs.txt", "for them", { private: true })).body
    expect([ours.visibility, theirs.visibility]).toEqual(["host", "partner"])
    expect(await namesFor(manager, subject)).toEqual(["ours.txt", "Vertrag Müller & Söhne (1).pdf"])
    expect(await namesFor(partner, subject)).toEqual(["theirs.txt", "Vertrag Müller & Söhne (1).pdf"])
    expect((await list(stranger)).status).toBe(404)
    expect((await send(stranger, "a.txt", "a")).status).toBe(404)
    for (const [who, file] of [
      [partner, ours],
      [manager, theirs],
      [stranger, ours],
      [stranger, theirs],
    ] as const) {
      expect((await bytesOf(who, file.id)).status).toBe(404)
      expect((await who.call(contract.getFile, { file: file.id })).status).toBe(404)
      expect((await who.call(contract.removeFile, { file: file.id })).status).toBe(404)
    }
    expect((await bytesOf(partner, theirs.id)).status).toBe(200)
  })

  test("in a consortium a company's own files are its own, for the host and for the other company", async () => {
    const { partnership: subject, host, first, second } = await recordConsortium(workspace)
    const { body } = await send(first, "first only.txt", "secret of the first", { private: true, subject })
    await send(second, "for all.txt", "for all", { subject })
    expect(await namesFor(first, subject)).toEqual(["for all.txt", "first only.txt"])
    expect(await namesFor(second, subject)).toEqual(["for all.txt"])
    expect(await namesFor(host, subject)).toEqual(["for all.txt"])
    expect((await bytesOf(second, body.id)).status).toBe(404)
    const all = await host.call(contract.listPartnershipFiles, { partnership: subject })
    expect(all.body.items.map(({ name, partyName }) => [name, partyName])).toEqual([["for all.txt", "Grid Two"]])
  })

  test("another workspace's owner finds no file here, nor a partnership to send one to", async () => {
    const elsewhere = await (await keelson.workspace("Elsewhere")).as("owner")
    const { body } = await send(manager, "a.txt", "for nobody else")
    expect((await bytesOf(elsewhere, body.id)).status).toBe(404)
    expect((await elsewhere.call(contract.getFile, { file: body.id })).status).toBe(404)
    expect(
      (await elsewhere.call(contract.listFiles, { subjectKind: "partnership", subjectId: partnership })).status,
    ).toBe(404)
  })

  test("a viewer reads and adds nothing, and no byte of theirs is taken", async () => {
    const viewer = await workspace.as("viewer")
    const before = objects().length
    expect((await send(viewer, "a.txt", "a viewer's")).status).toBe(403)
    expect(await namesFor(viewer)).not.toEqual([])
    expect([objects().length, spool()]).toEqual([before, []])
  })

  test("a kind of thing that nobody brings is nowhere", async () => {
    expect((await manager.call(contract.listFiles, { subjectKind: "rocket", subjectId: partnership })).status).toBe(404)
  })
})

describe("the same again", () => {
  test("the same bytes are kept once in a workspace, and apart from another workspace's", async () => {
    const subject = await another()
    const before = objects().length
    const content = crypto.randomUUID()
    const [one, two] = [
      await send(manager, "one.txt", content, { subject }),
      await send(manager, "two.txt", content, { subject }),
    ]
    expect(objects()).toHaveLength(before + 1)
    expect((await manager.call(contract.removeFile, { file: one.body.id })).status).toBe(200)
    expect((await bytesOf(manager, one.body.id)).status).toBe(410)
    expect(Buffer.from((await bytesOf(manager, two.body.id)).bytes).toString()).toBe(content)
  })

  test("an upload that is sent again with its key is one file, and another file under that key is refused", async () => {
    const subject = await another()
    const first = await send(manager, "once.txt", "once", { subject, idempotencyKey: "upload-1" })
    const second = await send(manager, "once.txt", "once", { subject, idempotencyKey: "upload-1" })
    expect([second.status, second.body.id]).toEqual([201, first.body.id])
    expect(await namesFor(manager, subject)).toEqual(["once.txt"])
    expect((await send(manager, "once.txt", "twice", { subject, idempotencyKey: "upload-1" })).status).toBe(422)
  })
})

test("who uploaded it removes it for everybody, others do not", async () => {
  const { body } = await send(partner, "mine.txt", "the partner's")
  expect(await manager.call(contract.removeFile, { file: body.id })).toMatchObject({
    status: 403,
    body: { code: "not-your-file" },
  })
  expect((await partner.call(contract.removeFile, { file: body.id })).status).toBe(200)
  expect(await partner.call(contract.removeFile, { file: body.id })).toMatchObject({
    status: 410,
    body: { code: "file-removed" },
  })
  expect(await namesFor(manager)).not.toContain("mine.txt")
  expect((await bytesOf(partner, body.id)).status).toBe(410)
})

test("bytes that the store has lost are a fault of ours, and bringing them again heals every file that has them", async () => {
  const subject = await another()
  const { body } = await send(manager, "lost.txt", "bytes that get lost", { subject })
  const path = join(folder, "files", workspace.system.workspaceId, body.hash.slice(0, 2), body.hash)
  rmSync(path)
  expect((await bytesOf(manager, body.id)).status).toBe(500)
  await send(manager, "found.txt", "bytes that get lost", { subject })
  expect((await bytesOf(manager, body.id)).status).toBe(200)
  expect(readFileSync(path, "utf8")).toBe("bytes that get lost")
})
