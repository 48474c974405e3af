import { randomUUID } from "node:crypto"
import { Readable } from "node:stream"
import { buffer } from "node:stream/consumers"
import { expect, test } from "vitest"
import { hardPaper } from "#platform/documents/paperForTests"
import { openPdf } from "#platform/documents/pdf/pdf"
import { openTypesetter } from "#platform/documents/pdf/typesetter"
import { sealPdf } from "#platform/pdf-seal/sealPdf"
import { objectKey } from "#platform/storage/storage"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"
import { recordPartnership } from "#test/promises"
import { savedAnew, sealerNamed, withNoteBox } from "#test/sealing"
import { ownSealer } from "./certificates.ts"
import * as contract from "./contract.ts"
import { sealAndKeep } from "./index.ts"

const clock = movableClock("2027-03-31T23:30:00Z")
const keelson = await startTestKeelson({ clock })
const { platform, ownerUrl } = keelson
const nobody = keelson.anonymous("")
const workspace = await keelson.workspace("Nordlicht")
const { id: partnershipId } = await recordPartnership(await workspace.as("partner_manager"), "Cascade")
const pdf = openPdf(openTypesetter())(hardPaper)

const ask = (content: Uint8Array, name = "Vertrag.pdf") =>
  nobody.call(contract.verifyDocument, {}, { file: { name, content } })
const authority = () => nobody.call(contract.getSealAuthority)

const beforeAnySeal = await authority()
const sealed = await sealAndKeep(platform, workspace.system, {
  subject: { kind: "partnership", id: partnershipId },
  ...{ partnershipId, pdf, title: "Reseller agreement", fileName: "Reseller agreement.pdf" },
  ...{ contentHash: "a".repeat(64), signers: 3, reason: "Signed by Ben, Aya and Carl" },
})
const bytes = await buffer(
  (await platform.storage.read(objectKey(workspace.system.workspaceId, sealed.sha256))) ?? Readable.from([]),
)
const nothingTold = { document: null, certificateUntil: null, hasCertificateEnded: false }

test("exactly the sealed file, sent by nobody known and by any name: what it is, whose, and when it was sealed", async () => {
  for (const name of ["Vertrag.pdf", "scan", "契約.PDF"])
    expect(await ask(bytes, name)).toMatchObject({
      status: 200,
      body: {
        outcome: "sealed",
        sha256: sealed.sha256,
        document: {
          workspaceName: "Nordlicht",
          title: "Reseller agreement",
          signers: 3,
          sealedAt: "2027-03-31T23:30:00.000Z",
        },
        certificateUntil: "2030-03-31T23:30:00.000Z",
        hasCertificateEnded: false,
      },
    })
})

test("anything else than that file tells nothing of it", async () => {
  const changed = Uint8Array.from(bytes)
  changed[5_000] = (changed[5_000] ?? 0) ^ 1
  const files = {
    changed,
    added: await withNoteBox(bytes, "24 %"),
    // The same words, as they were before the seal, and as another program saves them.
    unknown: pdf,
  }
  for (const [outcome, content] of Object.entries(files)) {
    const { status, body } = await ask(content)
    expect([status, body]).toEqual([200, { outcome, sha256: expect.stringMatching(/^[0-9a-f]{64}$/), ...nothingTold }])
  }
  const anew = (await ask(await savedAnew(bytes))).body
  expect(["changed", "unknown"]).toContain(anew.outcome)
  expect(anew).toMatchObject(nothingTold)
  expect((await ask(Buffer.concat([bytes, Buffer.from("\n")]))).body).toMatchObject({
    outcome: "added",
    ...nothingTold,
  })
})

test("a seal of somebody else's says nothing here, after ours it is an addition", async () => {
  const theirs = await sealerNamed("Keelson, localhost")
  expect((await ask(await sealPdf(pdf, theirs))).body.outcome).toBe("unknown")
  expect((await ask(await sealPdf(bytes, theirs))).body.outcome).toBe("added")
})

test("sealed by us and whole, but on no record: no more than that and its certificate's end", async () => {
  const by = await platform.transact(workspace.system, (tx) => ownSealer(tx, platform))
  const own = await sealPdf(pdf, { ...by, reason: "Of a workspace that is gone", at: clock.now(), field: "Keelson" })
  expect((await ask(own)).body).toMatchObject({
    outcome: "unlisted",
    document: null,
    certificateUntil: "2030-03-31T23:30:00.000Z",
  })
})

test("what is no PDF, is empty, locked with a password or too large is told kindly, by a code", async () => {
  const locked = Buffer.from("%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< /Encrypt 2 0 R /Root 1 0 R >>\n%%EOF")
  for (const [content, status, code] of [
    [Buffer.alloc(0), 422, "file-is-empty"],
    [Buffer.from("a letter"), 422, "not-a-pdf"],
    [locked, 422, "pdf-encrypted"],
    [Buffer.alloc(platform.config.files.mostBytes + 1, "%PDF-"), 413, "file-too-large"],
  ] as const)
    expect(await ask(content)).toMatchObject({ status, body: { code } })
})

test("the authority's certificate is a file that programs take in; of its key there is nothing", async () => {
  expect(beforeAnySeal).toMatchObject({ status: 409, body: { code: "nothing-sealed-yet" } })
  const { status, body, headers } = await authority()
  expect(status).toBe(200)
  expect(headers.get("content-disposition")).toContain("keelson-authority.pem")
  expect(String(body)).toMatch(/^-----BEGIN CERTIFICATE-----/)
  expect(String(body)).not.toMatch(/PRIVATE/)
})

test("when the certificate has ended, the file is still the one that was sealed, and it is said", async () => {
  clock.moveTo("2030-04-01T00:00:00Z")
  expect((await ask(bytes)).body).toMatchObject({ outcome: "sealed", hasCertificateEnded: true })
  clock.moveTo("2027-03-31T23:30:00Z")
})

test("nothing of what is sent is kept, and asking leaves no trace", async () => {
  const count = async () =>
    runAsOwner(ownerUrl, "select (select count(*) from file), (select count(*) from file_object)")
  const before = await count()
  await ask(await withNoteBox(bytes, randomUUID()))
  expect(await count()).toEqual(before)
})

test("from one address so many a minute and no more; others are served meanwhile", async () => {
  const narrow = await startTestKeelson({ ownerUrl, clock, environment: { REQUESTS_PER_MINUTE: "1000" } })
  const form = () => {
    const sent = new FormData()
    sent.set("file", new Blob(["a letter"]), "a.pdf")
    return sent
  }
  const from = async (address: string) =>
    (
      await fetch(`${narrow.address}/api/verify`, {
        method: "POST",
        body: form(),
        headers: { "x-forwarded-for": address },
      })
    ).status
  const answers = []
  for (let time = 0; time < 12; time++) answers.push(await from("203.0.113.7"))
  expect(answers).toEqual([...Array(10).fill(422), 429, 429])
  expect(await from("203.0.113.8")).toBe(422)
})
