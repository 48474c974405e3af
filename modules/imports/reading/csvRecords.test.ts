import { parse } from "csv-parse/sync"
import { stringify } from "csv-stringify/sync"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { csvRecords } from "./csvRecords.ts"
import type { TableRow } from "./table.ts"

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  const characters = [...text]
  for (let at = 0; at < characters.length; at += size) yield characters.slice(at, at + size).join("")
}

const read = async (text: string, { delimiter = ",", size = 7 } = {}): Promise<TableRow[]> => {
  const rows: TableRow[] = []
  for await (const row of csvRecords(pieces(text, size), delimiter)) rows.push(row)
  return rows
}

const cell = fc.oneof(
  fc.string(),
  fc.constantFrom('"', '""', "a,b", "a;b", "line\nbreak", "line\r\nbreak", "שלום", "🧭", " padded "),
)
const isBlank = (row: readonly string[]) => row.every((text) => text.trim() === "")

describe("csvRecords", () => {
  test("reads back whatever csv-stringify writes, however the text is cut into pieces", async () => {
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(",", ";", "\t", "|"),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.integer({ min: 1, max: 40 }),
        async (rows, delimiter, recordDelimiter, size) => {
          const text = stringify(rows, { delimiter, record_delimiter: recordDelimiter, quoted: true })
          const found = await read(text, { delimiter, size })
          expect(found.map(({ cells }) => cells)).toEqual(rows.filter((row) => !isBlank(row)))
          expect(found.some(({ problem }) => problem)).toBe(false)
        },
      ),
      { numRuns: 300 },
    )
  })

  test("reads bare cells, without the spaces around them", async () => {
    const table = fc.array(fc.array(fc.stringMatching(/^[a-z0-9 .é-]{1,6}$/), { minLength: 3, maxLength: 3 }))
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 30 }), async (rows, size) => {
        const found = await read(rows.map((row) => row.join(",")).join("\n"), { size })
        const written = rows.filter((row) => !isBlank(row)).map((row) => row.map((text) => text.trim()))
        expect(found.map(({ cells }) => cells)).toEqual(written)
      }),
    )
  })

  test("what is read without csv-parse is what csv-parse reads, in its words and spaces, from whatever is not odd", async () => {
    const parts = [
      '"',
      '""',
      ",",
      "\t",
      "\n",
      "\r\n",
      "\r",
      " ",
      "\f",
      "\u00a0",
      "é",
      "🧭",
      "a",
      "b",
      '"a"',
      ',"b" ,',
      "\u0000",
    ]
    const text = fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map((all) => all.join(""))
    let compared = 0
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.constantFrom(",", "\t"),
        fc.integer({ min: 1, max: 30 }),
        async (all, delimiter, size) => {
          const options = {
            relax_column_count: true,
            relax_quotes: true,
            trim: true,
            record_delimiter: ["\r\n", "\n", "\r"],
          }
          let expected: string[][]
          try {
            expected = parse(all, { ...options, delimiter })
          } catch {
            return
          }
          compared++
          const found = await read(all, { delimiter, size })
          expect(found.map(({ cells }) => cells)).toEqual(expected.filter((row) => !isBlank(row)))
        },
      ),
      { numRuns: 2_000 },
    )
    expect(compared).toBeGreaterThan(500)
  })

  test("never throws and never loses its place, whatever the text", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a", " ") }),
        fc.integer({ min: 1, max: 9 }),
        async (text, size) => {
          const rows = await read(text, { size })
          expect(rows).toEqual(await read(text, { size: 1000 }))
          const lines = rows.map(({ line }) => line)
          expect(lines).toEqual([...lines].sort((left, right) => left - right))
        },
      ),
      { numRuns: 500 },
    )
  })

  test("an unclosed quote costs its own line only", async () => {
    const rows = await read('a,b\n"broken,1\nfine,2\n"also fine, really",3\n', { size: 1000 })
    expect(rows).toMatchObject([
      { line: 1, cells: ["a", "b"] },
      { line: 2, problem: { reason: "quote-not-closed" } },
      { line: 3, cells: ["fine", "2"] },
      { line: 4, cells: ["also fine, really", "3"] },
    ])
  })

  test("an unclosed quote far before the end of a large file is given up in bounded memory", async () => {
    const rows = await read(`a,b\n"broken,1\n${"fine,2\n".repeat(300_000)}`, { size: 1 << 16 })
    expect(rows).toHaveLength(300_002)
    expect(rows[1]).toMatchObject({ line: 2, problem: { reason: "quote-not-closed" } })
    expect(rows.at(-1)).toEqual({ line: 300_002, cells: ["fine", "2"] })
  })

  test("a line without end is refused and skipped", async () => {
    const rows = await read(`a,b\n${"x".repeat(3_000_000)}\nfine,2`, { size: 1 << 18 })
    expect(rows.map(({ line, problem }) => [line, problem?.reason])).toEqual([
      [1, undefined],
      [2, "row-too-long"],
      [3, undefined],
    ])
  })

  test("counts the lines inside quoted cells", async () => {
    expect((await read('a\n"one\ntwo\r\nthree"\nb\n\n\nc')).map(({ line }) => line)).toEqual([1, 2, 5, 8])
  })

  test("a quotation mark inside a bare cell is text, beside quoted cells of several lines too", async () => {
    expect(await read('"a\nb",5" wide,"say ""hi"""\nnext')).toEqual([
      { line: 1, cells: ["a\nb", '5" wide', 'say "hi"'] },
      { line: 3, cells: ["next"] },
    ])
  })

  test("space around quoted cells is no part of them, anything else behind one breaks its line", async () => {
    const rows = await read('a, "b, c" ,d\n"Acme" GmbH,2\nfine,3\n', { size: 3 })
    expect(rows).toMatchObject([
      { line: 1, cells: ["a", "b, c", "d"] },
      { line: 2, cells: ['"Acme" GmbH', "2"], problem: { reason: "quote-not-closed" } },
      { line: 3, cells: ["fine", "3"] },
    ])
  })
})
