import { crc32, deflateRawSync } from "node:zlib"

/** The smallest PDF that readers open: one page with one line of text. */
export const pdf = (line = "Signed"): Uint8Array =>
  Buffer.from(
    `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length ${line.length + 36}>>stream
BT /F1 18 Tf 20 50 Td (${line}) Tj ET
endstream endobj
trailer<</Root 1 0 R>>
%%EOF
`,
    "latin1",
  )

/** A Windows program, as far as its first bytes tell. */
export const program = (): Uint8Array => Buffer.concat([Buffer.from("MZ"), Buffer.alloc(600)])

/** A ZIP file of these entries, each packed. */
export const zip = (entries: Readonly<Record<string, string | Uint8Array>>): Uint8Array => {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(entries)) {
    const [label, bytes] = [Buffer.from(name), Buffer.from(content as never)]
    const packed = deflateRawSync(bytes)
    const sizes = (header: Buffer, offset: number) => {
      header.writeUInt16LE(8, offset - 6)
      header.writeUInt32LE(crc32(bytes), offset)
      header.writeUInt32LE(packed.length, offset + 4)
      header.writeUInt32LE(bytes.length, offset + 8)
      header.writeUInt16LE(label.length, offset + 12)
      return header
    }
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50)
    central.writeUInt32LE(at, 42)
    parts.push(sizes(local, 14), label, packed)
    directory.push(sizes(central, 16), label)
    at += 30 + label.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(directory.length / 2, 8)
  end.writeUInt16LE(directory.length / 2, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...directory, end])
}

/** What an Office program writes, as far as it is looked at: the kinds of its parts. */
export const office = (type: string): Uint8Array =>
  zip({
    "[Content_Types].xml": `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${type}.main+xml"/></Types>`,
    "main.xml": "<main/>",
  })
