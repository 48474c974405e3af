import { createHash, randomUUID, X509Certificate } from "node:crypto"
import { Readable } from "node:stream"
import { buffer } from "node:stream/consumers"
import { expect, test } from "vitest"
import { downloadFile, removeFile } from "#contract/files"
import { hardPaper } from "#platform/documents/paperForTests"
import { openPdf } from "#platform/documents/pdf/pdf"
import { openTypesetter } from "#platform/documents/pdf/typesetter"
import { readSeals } from "#platform/pdf-seal/readSeals"
import type { Platform } from "#platform/platform"
import { objectKey } from "#platform/storage/storage"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"
import { recordPartnership } from "#test/promises"
import { sealAndKeep, sealedOf, type ToSeal } from "./index.ts"

const clock = movableClock("2027-03-31T23:30:00.250Z")
const keelson = await startTestKeelson({ clock })
const { platform } = keelson
const workspace = await keelson.workspace("Nordlicht")
const manager = await workspace.as("partner_manager")
const { id: partnershipId, organizationId } = await recordPartnership(manager, "Cascade")
const partner = await workspace.asPartner(organizationId)
const pdf = openPdf(openTypesetter())(hardPaper)
const system = workspace.system

const document = (more: Partial<ToSeal> = {}): ToSeal => ({
  subject: { kind: "partnership", id: partnershipId },
  partnershipId,
  title: "Reseller agreement",
  fileName: "Reseller agreement.pdf",
  pdf,
  contentHash: "a".repeat(64),
  signers: 3,
  reason: "Signed by 佐藤 健太, Łukasz Żółć and محمد عبد الله",
  ...more,
})
const another = (): ToSeal => document({ subject: { kind: "partnership_note", id: randomUUID() } })
const rows = <Row extends object>(sql: string) => runAsOwner<Row>(keelson.ownerUrl, sql)
const count = async (table: string) => (await rows<{ n: number }>(`select count(*)::integer as n from ${table}`))[0]?.n
const bytesOf = async (hash: string) =>
  buffer((await platform.storage.read(objectKey(system.workspaceId, hash))) ?? Readable.from([]))

test("is sealed once, kept for both parties, and nobody takes it away", async () => {
  const sealed = await sealAndKeep(platform, system, document())
  expect(sealed).toMatchObject({ title: "Reseller agreement", signers: 3, sealedAt: "2027-03-31T23:30:00.250Z" })
  expect(sealed.certificateUntil).toBe("2030-03-31T23:30:00.250Z")
  clock.moveTo("2027-04-01T08:00:00Z")
  expect(await sealAndKeep(platform, system, document({ title: "Another" }))).toEqual(sealed)
  expect([await count("sealed_document"), await count("file")]).toEqual([1, 1])
  for (const reader of [manager, partner]) {
    const { status } = await reader.call(downloadFile, { file: sealed.fileId })
    expect(status).toBe(200)
  }
  const owner = await workspace.as("owner")
  expect((await owner.call(removeFile, { file: sealed.fileId })).body).toMatchObject({ code: "kept-as-record" })
  const found = await platform.transact(system, (tx) => sealedOf(tx, [document().subject, another().subject]), "read")
  expect(found(document().subject)).toEqual(sealed)
  expect(found(another().subject)).toBeUndefined()
})

test("the file is the one that was sealed, with that instant in it, and begins with what was made", async () => {
  const sealed = await sealAndKeep(platform, system, document())
  const bytes = await bytesOf(sealed.sha256)
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(sealed.sha256)
  expect(bytes.subarray(0, pdf.length).equals(pdf)).toBe(true)
  const [seal, ...others] = await readSeals(bytes)
  expect(others).toEqual([])
  expect(seal).toMatchObject({ isIntact: true, coversAll: true })
  const { serialNumber, subject } = new X509Certificate(seal?.certificate ?? "")
  expect(serialNumber).toBe(sealed.certificateSerial)
  expect(subject).toContain(new URL(platform.config.publicUrl).host)
  expect(bytes.toString("latin1")).toContain("/M (D:20270331233000Z)")
})

test("many at once, on two servers, seal it once, with the one certificate there is", async () => {
  const other = await startTestKeelson({
    clock,
    ownerUrl: keelson.ownerUrl,
    environment: { KEELSON_SECRET: platform.config.secret },
  })
  await rows("delete from identity.seal_certificate")
  const both = { ...other.platform, storage: platform.storage }
  for (let run = 0; run < 5; run++) {
    const asked = another()
    const answers = await Promise.all([platform, both, platform, both].map((each) => sealAndKeep(each, system, asked)))
    expect(new Set(answers.map(({ sha256 }) => sha256)).size).toBe(1)
    expect(await count(`sealed_document where subject_id = '${asked.subject.id}'`)).toBe(1)
    expect(await count(`file where subject_id = '${asked.subject.id}'`)).toBe(1)
  }
  expect(await rows("select kind from identity.seal_certificate order by kind")).toEqual([
    { kind: "authority" },
    { kind: "seal" },
  ])
})

test("a crash between storing and writing down leaves nothing half done, and no seal over a seal", async () => {
  const asked = another()
  const crashing: Pick<Platform, "config" | "storage" | "transact"> = {
    ...platform,
    storage: {
      ...platform.storage,
      put: async (key, path) => {
        await platform.storage.put(key, path)
        throw new Error("killed")
      },
    },
  }
  await expect(sealAndKeep(crashing, system, asked)).rejects.toThrow("killed")
  expect(await count(`sealed_document where subject_id = '${asked.subject.id}'`)).toBe(0)
  expect(await count(`file where subject_id = '${asked.subject.id}'`)).toBe(0)
  clock.moveTo("2027-04-01T09:00:00Z")
  const sealed = await sealAndKeep(platform, system, asked)
  expect(await readSeals(await bytesOf(sealed.sha256))).toHaveLength(1)
  expect(sealed.sealedAt).toBe("2027-04-01T09:00:00.000Z")
})

test("of what is written down together nothing stays where one part fails", async () => {
  const asked = another()
  const failing = sealAndKeep(platform, system, { ...asked, contentHash: "no hash" })
  await expect(failing).rejects.toThrow()
  expect(await count(`file where subject_id = '${asked.subject.id}'`)).toBe(0)
})

test("a certificate is followed by the next when less than a year is left, by the same authority; the old one stays", async () => {
  const first = await sealAndKeep(platform, system, another())
  clock.moveTo("2029-03-31T00:00:00Z")
  const second = await sealAndKeep(platform, system, another())
  expect(second.certificateSerial).toBe(first.certificateSerial)
  clock.moveTo("2029-04-02T00:00:00Z")
  const third = await sealAndKeep(platform, system, another())
  expect(third.certificateSerial).not.toBe(first.certificateSerial)
  expect(third.certificateUntil).toBe("2032-04-02T00:00:00.000Z")
  expect(
    await rows("select kind, count(*)::integer as n from identity.seal_certificate group by kind order by kind"),
  ).toEqual([
    { kind: "authority", n: 1 },
    { kind: "seal", n: 2 },
  ])
})

test("a server with another secret opens none of the keys and makes its own; both go on", async () => {
  const other = await startTestKeelson({
    clock,
    ownerUrl: keelson.ownerUrl,
    environment: { KEELSON_SECRET: "another ".repeat(6) },
  })
  const theirs = { ...other.platform, storage: platform.storage }
  const one = await sealAndKeep(theirs, system, another())
  const two = await sealAndKeep(platform, system, another())
  const three = await sealAndKeep(theirs, system, another())
  expect(two.certificateSerial).not.toBe(one.certificateSerial)
  expect(three.certificateSerial).toBe(one.certificateSerial)
})

test("no key lies in the database as it is", async () => {
  const kept = await rows<{ key: Buffer }>("select key from identity.seal_certificate")
  expect(kept.length).toBeGreaterThan(2)
  // What a PKCS #8 key of this curve holds: the name of the curve.
  const curve = Buffer.from("2a8648ce3d030107", "hex")
  expect(kept.filter(({ key }) => key.includes(curve))).toEqual([])
})
