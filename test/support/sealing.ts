import { PDFDocument, PDFString } from "@cantoo/pdf-lib"
import { importKey, makeAuthority, makeCertificate } from "#platform/pdf-seal/certificates"
import type { Sealing } from "#platform/pdf-seal/sealPdf"

/** Somebody who seals, with a certificate of their own. */
export const sealerNamed = async (name: string): Promise<Sealing> => {
  const [from, until] = ["2027-01-01T00:00:00Z", "2030-01-01T00:00:00Z"]
  const authority = await makeAuthority({ name: "An authority of nobody's", from, until: "2057-01-01T00:00:00Z" })
  const { certificate, key } = await makeCertificate(authority, { name, from, until })
  const by = { key: await importKey(key), chain: [certificate, authority.certificate] }
  return { ...by, name, reason: `Signed by ${name}`, at: "2027-03-31T23:30:00.250Z", field: "Seal" }
}

/** What an editor adds to the end of a PDF: a box with text over what stands there. */
export const withNoteBox = async (pdf: Uint8Array, text: string): Promise<Uint8Array> => {
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false })
  const page = document.getPage(0)
  const note = document.context.register(
    document.context.obj({
      ...{ Type: "Annot", Subtype: "FreeText", Rect: [100, 700, 220, 720], F: 4 },
      ...{ Contents: PDFString.of(text), DA: PDFString.of("/Helv 12 Tf 0 g") },
    }),
  )
  page.node.addAnnot(note)
  return document.commit()
}

/** Read and written anew as a whole, as most programs save. */
export const savedAnew = async (pdf: Uint8Array): Promise<Uint8Array> => (await PDFDocument.load(pdf)).save()
