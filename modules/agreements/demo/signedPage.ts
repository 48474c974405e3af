import type { PlainDate } from "#core/time"

type Signed = Readonly<{
  title: string
  vendor: string
  partner: string
  signer: string
  partnerSigner: string
  startsOn: PlainDate
  endsOn: PlainDate | null
  signedOn: PlainDate
}>

/** One page as a PDF, said to be of the demo: enough to be opened, saved and printed. */
export const signedPage = ({
  title,
  vendor,
  partner,
  signer,
  partnerSigner,
  startsOn,
  endsOn,
  signedOn,
}: Signed): Uint8Array => {
  const content = [
    line(20, 760, title),
    line(11, 730, `between ${vendor} and ${partner}`),
    line(11, 700, endsOn === null ? `from ${startsOn}, without an end` : `from ${startsOn} to ${endsOn}`),
    line(11, 640, `Signed on ${signedOn}`),
    line(11, 610, `for ${vendor}: ${signer}`),
    line(11, 590, `for ${partner}: ${partnerSigner}`),
    line(9, 60, "A page of the demo. Nobody has signed it."),
  ].join("\n")
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ])
}

/** Text of Latin script, as the built-in font has it; what it lacks is left out. */
const line = (size: number, y: number, text: string): string => {
  const shown = text.replaceAll(/[^\x20-\x7e\xa0-\xff]/g, "").replaceAll(/[\\()]/g, (sign) => `\\${sign}`)
  return `BT /F1 ${size} Tf 60 ${y} Td (${shown}) Tj ET`
}

/** The objects, and where each begins: a PDF is read from its end. */
const pdfOf = (objects: readonly string[]): Uint8Array => {
  let body = "%PDF-1.4\n"
  const places = objects.map((object, index) => {
    const at = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, "0")} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(body + table + end, "latin1")
}
