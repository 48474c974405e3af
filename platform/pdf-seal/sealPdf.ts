import { createHash } from "node:crypto"
import {
  type PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFString,
} from "@cantoo/pdf-lib"
import type { Instant } from "#core/time"
import { type Sealer, signedDataOf } from "./cms.ts"
import { writtenName } from "./commonName.ts"

export type Sealing = Sealer &
  Readonly<{
    /** Who seals, whole and in any script. */
    name: string
    reason: string
    at: Instant
    /** What the field is called; another one is made of it where a field has that name. */
    field: string
  }>

/** Room for the signature and its certificates; what is left of it stays zeros. */
const holeBytes = 8 * 1024
/** Ten digits wide until it is known where the hole is, which moves nothing then. */
const unknown = 9_999_999_999
const rangeOf = (numbers: readonly number[]): string => `[ ${numbers.join(" ")} ]`
const emptyRange = rangeOf([0, unknown, unknown, unknown])

/**
 * The PDF with a signature over all of it, of which the given bytes are the beginning: PAdES baseline B, nothing drawn. What has been
 * signed before stays valid.
 */
export const sealPdf = async (pdf: Uint8Array, sealing: Sealing): Promise<Uint8Array> => {
  const drafted = await withEmptySignature(pdf, sealing)
  const bytes = Buffer.from(drafted)
  const rangeAt = onlyPlace(bytes, Buffer.from(`/ByteRange ${emptyRange}`), pdf.length)
  const holeAt = onlyPlace(bytes, Buffer.from(`/Contents <${"0".repeat(holeBytes * 2)}>`), pdf.length)
  const [start, end] = [holeAt + "/Contents ".length, holeAt + "/Contents <>".length + holeBytes * 2]
  const range = rangeOf([0, start, end, bytes.length - end])
  bytes.write(`/ByteRange ${range.padEnd(emptyRange.length)}`, rangeAt, "latin1")
  const digest = createHash("sha256").update(bytes.subarray(0, start)).update(bytes.subarray(end)).digest()
  const signature = Buffer.from(await signedDataOf(digest, sealing)).toString("hex")
  if (signature.length > holeBytes * 2) throw new Error(`a signature of ${signature.length / 2} bytes has no room`)
  bytes.write(signature, start + 1, "latin1")
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
}

const onlyPlace = (bytes: Buffer, wanted: Buffer, from: number): number => {
  const at = bytes.indexOf(wanted, from)
  if (at < 0 || bytes.indexOf(wanted, at + 1) >= 0) throw new Error("the place of the signature is not to be found")
  return at
}

/** `D:20270331233000Z`, the only kind of time that a PDF knows, in UTC. */
const pdfTime = (at: Instant): string => `D:${new Date(at).toISOString().replaceAll(/[-:T]|\.\d+/g, "")}`

const withEmptySignature = async (pdf: Uint8Array, { name, reason, at, field }: Sealing): Promise<Uint8Array> => {
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false })
  const { context, catalog } = document
  const snapshot = document.takeSnapshot()
  const page = document.getPage(0)
  const signature = context.register(
    context.obj({
      Type: "Sig",
      Filter: "Adobe.PPKLite",
      SubFilter: "ETSI.CAdES.detached",
      ByteRange: [0, unknown, unknown, unknown],
      Contents: PDFHexString.of("0".repeat(holeBytes * 2)),
      M: PDFString.of(pdfTime(at)),
      Name: PDFHexString.fromText(writtenName(name)),
      Reason: PDFHexString.fromText(writtenName(reason)),
    }),
  )
  const form = formOf(document)
  const fields = arrayIn(form, "Fields", document)
  const widget = context.register(
    context.obj({
      Type: "Annot",
      Subtype: "Widget",
      FT: "Sig",
      // Of no size, so that nothing is drawn; printed and locked, as archives ask of every one.
      Rect: [0, 0, 0, 0],
      F: 132,
      T: PDFHexString.fromText(freeName(field, fields)),
      V: signature,
      P: page.ref,
    }),
  )
  fields.push(widget)
  const annotations = arrayIn(page.node, "Annots", document)
  annotations.push(widget)
  // There are signatures, and whoever saves is to add to the end.
  form.set(PDFName.of("SigFlags"), PDFNumber.of(3))
  snapshot.markObjsForSave([catalog, page.node, form, fields, annotations])
  const added = await document.saveIncremental(snapshot)
  const whole = new Uint8Array(pdf.length + added.length)
  whole.set(pdf)
  whole.set(added, pdf.length)
  return whole
}

const formOf = ({ catalog, context }: PDFDocument): PDFDict => {
  const key = PDFName.of("AcroForm")
  const there = catalog.lookupMaybe(key, PDFDict)
  if (there !== undefined) return there
  const form = context.obj({ Fields: [] })
  catalog.set(key, context.register(form))
  return form
}

const arrayIn = (owner: PDFDict, name: string, { context }: PDFDocument): PDFArray => {
  const key = PDFName.of(name)
  const there = owner.lookup(key) as PDFArray | undefined
  if (there !== undefined) return there
  const made = context.obj([])
  owner.set(key, made)
  return made
}

const textOf = (object: PDFObject | undefined): string | undefined =>
  object instanceof PDFHexString || object instanceof PDFString ? object.decodeText() : undefined

const freeName = (wanted: string, fields: PDFArray): string => {
  const taken = new Set(
    Array.from({ length: fields.size() }, (_, place) =>
      textOf(fields.lookupMaybe(place, PDFDict)?.lookup(PDFName.of("T"))),
    ),
  )
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted : `${wanted} ${count}`
    if (!taken.has(name)) return name
  }
}
