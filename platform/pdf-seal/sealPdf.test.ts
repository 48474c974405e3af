import { X509Certificate } from "node:crypto"
import { PDFDocument } from "@cantoo/pdf-lib"
import { extractText, getDocumentProxy } from "unpdf"
import { expect, test } from "vitest"
import { hardPaper } from "#platform/documents/paperForTests"
import { openPdf } from "#platform/documents/pdf/pdf"
import { openTypesetter } from "#platform/documents/pdf/typesetter"
import { judgedByPdfsig } from "#test/pdfsig"
import { savedAnew, sealerNamed, withNoteBox } from "#test/sealing"
import { readSeals } from "./readSeals.ts"
import { sealPdf } from "./sealPdf.ts"

const names = ["佐藤 健太", "Łukasz Żółć", "محمد عبد الله"]
const ours = openPdf(openTypesetter())(hardPaper)
/** A file of another program: with a table of places as PDFs had them first, and nothing packed. */
const others = async () => {
  const document = await PDFDocument.create()
  document.addPage().drawText("A contract")
  return document.save({ useObjectStreams: false })
}
const by = await sealerNamed("Nordlicht")

/** What our own reader says, and `pdfsig` beside it where there is one: both say the same. */
const judged = async (pdf: Uint8Array) => {
  const seals = await readSeals(pdf)
  const told = seals.map(({ isIntact, coversAll }) => ({ isValid: isIntact, coversAll }))
  const other = judgedByPdfsig(pdf)
  if (other) expect(other.map(({ isValid, coversAll }) => ({ isValid, coversAll }))).toEqual(told)
  return told
}
const valid = { isValid: true, coversAll: true }
const changedAt = (pdf: Uint8Array, at: number): Uint8Array => {
  const changed = Uint8Array.from(pdf)
  changed[at] = (changed[at] ?? 0) ^ 1
  return changed
}

test.each([
  ["ours", async () => ours],
  ["another program's", others],
])("a PDF, %s, is sealed over all of it and begins with what it was", async (_, made) => {
  const pdf = await made()
  const sealed = await sealPdf(pdf, by)
  expect(await judged(sealed)).toEqual([valid])
  expect(Buffer.from(sealed.subarray(0, pdf.length)).equals(Buffer.from(pdf))).toBe(true)
  expect(judgedByPdfsig(sealed)?.[0]?.at ?? "Mar 31 2027 23:30:00").toBe("Mar 31 2027 23:30:00")
})

test("scenario 10: nothing is drawn: the same pages with the same text", async () => {
  const read = async (pdf: Uint8Array) =>
    extractText(await getDocumentProxy(Uint8Array.from(pdf)), { mergePages: true })
  expect(await read(await sealPdf(ours, by))).toEqual(await read(ours))
})

test("scenario 10: of two seals both are valid, the last covers all, and the first file is the beginning of the second", async () => {
  for (const pdf of [ours, await others()]) {
    const first = await sealPdf(pdf, by)
    const second = await sealPdf(first, { ...(await sealerNamed("Cascade")), at: "2027-04-01T23:30:00Z" })
    expect(await judged(second)).toEqual([{ isValid: true, coversAll: false }, valid])
    expect(Buffer.from(second.subarray(0, first.length)).equals(Buffer.from(first))).toBe(true)
    expect((judgedByPdfsig(second) ?? [{ field: "Seal" }, { field: "Seal 2" }]).map(({ field }) => field)).toEqual([
      "Seal",
      "Seal 2",
    ])
    const third = await sealPdf(second, by)
    expect(await judged(third)).toHaveLength(3)
  }
})

test("scenario 10: one byte changed anywhere, and no seal over it is valid any more", async () => {
  const first = await sealPdf(ours, by)
  const second = await sealPdf(first, by)
  expect(await judged(changedAt(second, 5_000))).toEqual([
    { isValid: false, coversAll: false },
    { isValid: false, coversAll: true },
  ])
  // After the first: that one still says what it said.
  expect(await judged(changedAt(second, first.length + 40))).toEqual([
    { isValid: true, coversAll: false },
    { isValid: false, coversAll: true },
  ])
  // What says what is covered is itself covered.
  for (const at of [0, first.length - 1, first.lastIndexOf("/".charCodeAt(0))])
    expect((await readSeals(changedAt(first, at))).filter(({ isIntact, coversAll }) => isIntact && coversAll)).toEqual(
      [],
    )
})

test("scenario 10: a box over a number, added to the end: the digest matches, and it is said that something was added", async () => {
  const sealed = await sealPdf(ours, by)
  const noted = await withNoteBox(sealed, "24 %")
  expect(Buffer.from(noted.subarray(0, sealed.length)).equals(Buffer.from(sealed))).toBe(true)
  expect(await judged(noted)).toEqual([{ isValid: true, coversAll: false }])
  expect((await readSeals(Buffer.concat([sealed, Buffer.from("\n")])))[0]?.coversAll).toBe(false)
})

test("scenario 10: opened and saved anew by another program, no seal is left that holds", async () => {
  const anew = await readSeals(await savedAnew(await sealPdf(ours, by)))
  expect(anew.filter(({ isIntact }) => isIntact)).toEqual([])
})

test("scenario 11: names of every script are whole in the PDF and in the certificate", async () => {
  for (const name of names) {
    const sealed = await sealPdf(ours, await sealerNamed(name))
    const [seal] = await readSeals(sealed)
    expect(new X509Certificate(seal?.certificate ?? "").subject).toBe(`CN=${name.normalize("NFC")}`)
    expect(judgedByPdfsig(sealed)?.[0]?.signer ?? name).toBe(name.normalize("NFC"))
    const utf16 = `FEFF${Buffer.from(name.normalize("NFC"), "utf16le").swap16().toString("hex").toUpperCase()}`
    expect(Buffer.from(sealed).toString("latin1").toUpperCase()).toContain(`/NAME <${utf16}>`)
  }
})

test("scenario 11: a name of 70 characters: the certificate's has 64, and the whole one stands beside it", async () => {
  const name = "Brzęczyszczykiewicz-Łękołodzka ".repeat(3).slice(0, 70)
  const sealed = await sealPdf(ours, await sealerNamed(name))
  expect(await judged(sealed)).toEqual([valid])
  const subject = new X509Certificate((await readSeals(sealed))[0]?.certificate ?? "").subject
  expect(subject).toContain(`CN=${name.slice(0, 64)}`)
  expect(subject).toContain(`name=${name}`)
  expect(subject).not.toContain(`CN=${name.slice(0, 65)}`)
})

test("scenario 11: half a sign in a name does no harm", async () => {
  expect(await judged(await sealPdf(ours, await sealerNamed("Łukasz \ud83d")))).toEqual([valid])
})
