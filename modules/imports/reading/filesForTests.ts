import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { crc32, deflateRawSync } from "node:zlib"
import { field } from "#core/importable/field"
import { isRefusal } from "#core/refusal"
import { knownHeadersOf } from "#rules/imports"
import { openTable } from "./openTable.ts"
import type { Table, TableRefusal, TableRow, TableSource } from "./table.ts"

/** Column names that the test files are known by. */
const knownHeaders = knownHeadersOf([
  { fields: [field("partner", "Partner", "text", "firma, name, date, datum, kind, art, value, wert")] },
])

/** Writes bytes to a file, opens it as a table, hands it to `look` and removes it. */
export const withFile = async <T>(
  bytes: Buffer | string,
  look: (opened: Table | TableRefusal, path: string) => T | Promise<T>,
  chosen: Partial<TableSource> = {},
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), "keelson-import-"))
  try {
    const path = join(folder, "file")
    await writeFile(path, bytes)
    return await look(await openTable({ path, fileName: "file.csv", knownHeaders, ...chosen }), path)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The opened table with all its rows; fails the test on a refusal. */
export const readAll = async (
  bytes: Buffer | string,
  chosen: Partial<TableSource> = {},
): Promise<Table & { all: TableRow[] }> =>
  await withFile(
    bytes,
    async (opened) => {
      if (isRefusal(opened)) throw new Error(`refused: ${opened.refusal}`)
      const all: TableRow[] = []
      for await (const row of opened.rows) all.push(row)
      return { ...opened, all }
    },
    chosen,
  )

/** The code a file is refused with. */
export const refusalOf = async (
  bytes: Buffer | string,
  chosen: Partial<TableSource> = {},
): Promise<TableRefusal | "opened"> =>
  await withFile(bytes, (opened) => (isRefusal(opened) ? (opened as TableRefusal) : "opened"), chosen)

type Part = Readonly<{ name: string; text: string | Buffer; declaredSize?: number }>

/** A zip archive; `declaredSize` lies about a part's unpacked size. */
export const zipOf = (parts: readonly Part[]): Buffer => {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text, declaredSize } of parts) {
    const plain = Buffer.from(text as string)
    const packed = deflateRawSync(plain)
    const sizes = Buffer.alloc(16)
    sizes.writeUInt32LE(crc32(plain), 0)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(declaredSize ?? plain.length, 8)
    sizes.writeUInt16LE(name.length, 12)
    const local = Buffer.concat([Buffer.from("504b030414000000080000002100", "hex"), sizes, Buffer.from(name), packed])
    const central = Buffer.concat([
      Buffer.from("504b0102140014000000080000002100", "hex"),
      sizes,
      Buffer.alloc(14),
      Buffer.from(name),
    ])
    central.writeUInt32LE(offset, 42)
    offset += local.length
    files.push(local)
    directory.push(central)
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, ...directory, end])
}

const usualStyles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd&quot;d&quot;/mm/yyyy;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="170"/></cellXfs></styleSheet>`

/** A minimal workbook: the XML of its sheets' rows, shared strings, and number formats (style 0 general, 1 date, 2 date and time, 3 custom). */
export const workbookOf = (
  sheets: Readonly<Record<string, string>>,
  {
    strings = "",
    is1904 = false,
    more = [] as Part[],
    styles = usualStyles,
    calculation = "",
    behind = "",
    hidden = [] as readonly string[],
  } = {},
): Buffer => {
  const names = Object.keys(sheets)
  const stateOf = (name: string) => (hidden.includes(name) ? ' state="hidden"' : "")
  return zipOf([
    { name: "[Content_Types].xml", text: "<Types/>" },
    {
      name: "xl/workbook.xml",
      text: `<?xml version="1.0"?><workbook xmlns:r="r"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}"${stateOf(name)} r:id="r${at}"/>`).join("")}</sheets>${calculation}</workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: `<Relationships>${names.map((_, at) => `<Relationship Id="r${at}" Target="worksheets/sheet${at}.xml"/>`).join("")}</Relationships>`,
    },
    {
      name: "xl/styles.xml",
      text: styles,
    },
    { name: "xl/sharedStrings.xml", text: `<sst>${strings}</sst>` },
    ...Object.values(sheets).map((rows, at) => ({
      name: `xl/worksheets/sheet${at}.xml`,
      text: `<worksheet><sheetData>${rows}</sheetData>${behind}</worksheet>`,
    })),
    ...more,
  ])
}

/** A row of inline texts. */
export const textRow = (line: number, ...cells: string[]): string =>
  `<row r="${line}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`
