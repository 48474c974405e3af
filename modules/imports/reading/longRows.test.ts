import { execFile } from "node:child_process"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { expect, test } from "vitest"
import { refusalOf, textRow, workbookOf } from "./filesForTests.ts"

/*
 * One row of 20 MB, in each way a file can hold one. Each is read by a process that has 64 MB for what it holds, where the
 * whole row does not fit; it costs its own row or the file, says so, and the rows after it are read.
 */
const size = 20_000_000
const head = "partner,type\nAcme,reseller\n"
const tail = "\nContoso,reseller\n"
const long = (number: number) => Array.from({ length: number }, (_, at) => `w${(at * 7919) % 9973} `).join("")
const longText = long(size / 5)
const sheet = (row: string) => ({ Sheet: textRow(1, "partner", "type") + row + textRow(3, "Contoso", "reseller") })
const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`

const files: readonly (readonly [what: string, make: () => string | Buffer, found: unknown])[] = [
  [
    "a quotation mark that is never closed, and nothing but its row",
    () => `${head}Broken,"${"x".repeat(size)}`,
    { rows: 2, problems: [{ line: 3, reason: "row-too-long" }] },
  ],
  [
    "a quotation mark that is never closed before many rows",
    () => `${head}Broken,"x\n${"Fine,reseller\n".repeat(size / 14)}`,
    { rows: 2 + Math.floor(size / 14), problems: [{ line: 3, reason: "quote-not-closed" }] },
  ],
  [
    "a quoted cell",
    () => `${head}Broken,"${"x".repeat(size)}"${tail}`,
    { rows: 3, problems: [{ line: 3, reason: "row-too-long" }] },
  ],
  [
    "a row of empty cells",
    () => `${head}${",".repeat(size)}${tail}`,
    { rows: 3, problems: [{ line: 3, reason: "row-too-long" }] },
  ],
  ["a head of 10 million columns", () => `${"x,".repeat(size / 2)}\nAcme,reseller\n`, { refusal: "no-header-row" }],
  [
    "quotation marks that break off in every row",
    () => `${head}${"Acme,reseller\n".repeat(60)}${'"x\n'.repeat(size / 3)}`,
    { refusal: "too-many-broken-rows" },
  ],
  [
    "a cell of a workbook",
    () => workbookOf(sheet(`<row r="2">${cell(longText)}</row>`)),
    { rows: 2, problems: [{ line: 2, reason: "cell-too-long" }] },
  ],
  [
    "a shared text of a workbook",
    () => workbookOf(sheet('<row r="2"><c t="s"><v>0</v></c></row>'), { strings: `<si><t>${longText}</t></si>` }),
    { rows: 2, problems: [{ line: 2, reason: "cell-too-long" }] },
  ],
  [
    "many cells of a workbook",
    () => workbookOf(sheet(`<row r="2">${cell(long(4_000)).repeat(990)}</row>`)),
    { rows: 2, problems: [{ line: 2, reason: "row-too-long" }] },
  ],
  [
    "a tag that does not end",
    () => workbookOf(sheet(`<row r="2" note="${longText}"/>`)),
    { refusal: "broken-workbook" },
  ],
]

test.each(files)("%s", async (_what, make, found) => {
  const folder = await mkdtemp(join(tmpdir(), "keelson-long-"))
  try {
    const path = join(folder, "file")
    await writeFile(path, make())
    const reader = join(import.meta.dirname, "readAlone.ts")
    const { stdout } = await promisify(execFile)(process.execPath, ["--max-old-space-size=64", reader, path])
    expect(JSON.parse(stdout)).toMatchObject({ found })
    expect(JSON.parse(stdout).megabytes).toBeLessThan(400)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test("a workbook whose rows name cells far to the right holds no cells in between", async () => {
  const wide = Array.from({ length: 200 }, (_, at) => `<row r="${at + 2}"><c r="XFD${at + 2}"><v>1</v></c></row>`)
  const refused = await refusalOf(workbookOf({ Sheet: textRow(1, "partner", "type") + wide.join("") }))
  expect(refused).toMatchObject({ refusal: "too-many-columns", detail: { columns: 16_384, limit: 1_000 } })
})
