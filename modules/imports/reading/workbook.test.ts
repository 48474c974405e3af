import { describe, expect, test } from "vitest"
import { readAll, refusalOf, textRow, withFile, workbookOf, zipOf } from "./filesForTests.ts"
import { BrokenTable } from "./table.ts"

const header = textRow(1, "partner", "occurred_on", "effort hours")
const text = (at: string) => `<c r="${at}" t="inlineStr"><is><t>x</t></is></c>`
const row = (cells: string, line = 2) => `<row r="${line}">${cells}</row>`

describe("workbooks", () => {
  test("dates, numbers, booleans, errors and cached formula values become plain text", async () => {
    const cells = [
      '<c r="A2" t="s"><v>0</v></c>',
      '<c r="B2" s="1"><v>46106</v></c>',
      '<c r="C2"><f>1+1</f><v>2</v></c>',
    ].join("")
    const second =
      '<c r="A3" t="str"><f>"Ac"&amp;"me"</f><v>Acme</v></c><c r="B3" s="2"><v>46106.604166666664</v></c><c r="C3"><v>0.30000000000000004</v></c>'
    const third = '<c r="A4" t="e"><v>#N/A</v></c><c r="B4" s="3"><v>46106</v></c><c r="C4"><v>1.234</v></c>'
    const strings = "<si><r><t>Mül</t></r><r><t>ler</t></r><rPh><t>ミュラー</t></rPh></si>"
    const table = await readAll(
      workbookOf(
        { Sheet: header + row(cells) + row(second, 3) + row(third, 4) + row('<c r="A5" t="b"><v>1</v></c>', 5) },
        { strings },
      ),
    )
    expect(table).toMatchObject({
      format: "xlsx",
      headers: ["partner", "occurred_on", "effort hours"],
      sheets: [{ name: "Sheet", rows: 4, columns: 3, first: ["partner", "occurred_on", "effort hours"] }],
      sheet: "Sheet",
    })
    expect(table.all.map(({ cells: found }) => found)).toEqual([
      ["Müller", "2026-03-25", "2"],
      ["Acme", "2026-03-25T14:30:00", "0.3"],
      ["#N/A", "2026-03-25", "1.2340"],
      ["TRUE", "", ""],
    ])
  })

  test("the day count that starts in 1904", async () => {
    const table = await readAll(
      workbookOf(
        { Sheet: header + row('<c r="A2" t="inlineStr"><is><t>A</t></is></c><c r="B2" s="1"><v>44644</v></c>') },
        { is1904: true },
      ),
    )
    expect(table.all[0]?.cells[1]).toBe("2026-03-25")
  })

  test("merged titles above the header are skipped; lines are the sheet's own", async () => {
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>Our activities</t></is></c></row>${textRow(4, "partner", "date", "kind")}${textRow(9, "Acme", "2026-03-25", "call")}`
    const table = await readAll(workbookOf({ Sheet: rows }))
    expect(table).toMatchObject({ headerRow: 4, all: [{ line: 9, cells: ["Acme", "2026-03-25", "call"] }] })
  })

  test("a sheet is chosen by name, the first of two alike otherwise", async () => {
    const book = workbookOf({ First: header + textRow(2, "A", "x", "1"), Second: header + textRow(2, "B", "x", "1") })
    expect((await readAll(book)).all[0]?.cells[0]).toBe("A")
    expect((await readAll(book, { sheet: "Second" })).all[0]?.cells[0]).toBe("B")
    expect(await refusalOf(book, { sheet: "Third" })).toMatchObject({
      refusal: "no-such-sheet",
      detail: { sheets: ["First", "Second"] },
    })
  })

  test("an id is what its number format shows, an amount is not", async () => {
    const formats = ["00000", "000-00-0000", "&quot;KD-&quot;0000", "#,##0.00", "0", "00000;-00000", "0.00"]
    const styles = `<styleSheet><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${code}"/>`).join("")}</numFmts><cellXfs>${formats.map((_, at) => `<xf numFmtId="${170 + at}"/>`).join("")}</cellXfs></styleSheet>`
    const cells = formats.map((_, at) => `<c r="A${at + 2}" s="${at}"><v>42</v></c>`)
    const rows = cells.map((cell, at) => row(`${cell}<c r="B${at + 2}" t="inlineStr"><is><t>x</t></is></c>`, at + 2))
    const book = workbookOf({ Sheet: header + rows.join("") }, { styles })
    const shown = (await readAll(book)).all.map(({ cells: [id] }) => id)
    expect(shown).toEqual(["00042", "000-00-0042", "KD-0042", "42", "42", "00042", "42"])
  })

  test("a whole number of more digits than Excel keeps is an id, and stays whole", async () => {
    const ids = ["1234567890123456", "12345678901234567890", "-9007199254740993", "1.2345678901234567E+19"]
    const rows = ids.map((id, at) => row(`<c r="A${at + 2}"><v>${id}</v></c>${text(`B${at + 2}`)}`, at + 2))
    const shown = (await readAll(workbookOf({ Sheet: header + rows.join("") }))).all.map(({ cells: [id] }) => id)
    expect(shown).toEqual([...ids.slice(0, 3), "12345678901234600000"])
  })

  test("parts may lie anywhere, under any prefix, with absolute targets; charts are no sheets of cells", async () => {
    const type = (name: string) => `Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${name}"`
    const book = zipOf([
      {
        name: "_rels/.rels",
        text: `<Relationships><Relationship Id="a" ${type("officeDocument")} Target="/book/main.xml"/></Relationships>`,
      },
      {
        name: "book/main.xml",
        text: `<x:workbook xmlns:x="m" xmlns:rel="r"><x:sheets><x:sheet name="Chart" sheetId="1" rel:id="c"/><x:sheet name="Data" sheetId="2" rel:id="d"/></x:sheets></x:workbook>`,
      },
      {
        name: "book/_rels/main.xml.rels",
        text: `<Relationships><Relationship Id="c" ${type("chartsheet")} Target="chart.xml"/><Relationship Id="d" ${type("worksheet")} Target="../cells/one.xml"/><Relationship Id="s" ${type("sharedStrings")} Target="/texts.xml"/></Relationships>`,
      },
      { name: "book/chart.xml", text: "<chartsheet/>" },
      { name: "texts.xml", text: "<sst><si><t>Acme</t></si></sst>" },
      {
        name: "cells/one.xml",
        text: `<x:worksheet xmlns:x="m"><x:sheetData>${header.replaceAll("<", "<x:").replaceAll("<x:/", "</x:")}<x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      },
    ])
    expect(await readAll(book)).toMatchObject({ sheet: "Data", all: [{ cells: ["Acme", "", ""] }] })
  })

  test("a formula without a value says so, whoever wrote it; an empty text is a value", async () => {
    const formulas = ["<f>A1</f>", "<f>A1</f><v/>", "<f>A1</f><v>0.0</v>", "<f>A1</f><v>0</v>", "<f>A1</f><v>7</v>"]
    const rows = formulas.map((cell, at) => row(`<c r="A${at + 2}"><v>1</v></c><c r="B${at + 2}">${cell}</c>`, at + 2))
    const empty = row('<c r="A9"><v>1</v></c><c r="B9" t="str"><f>""</f><v></v></c>', 9)
    const drawnDown = row('<c r="B10"><f>A1</f></c>', 10)
    const sheet = { Sheet: header + rows.join("") + empty + drawnDown }
    const second = async (options: object) =>
      (await readAll(workbookOf(sheet, options))).all.map(({ cells }) => cells[1])
    const none = "#NOT CALCULATED!"
    expect(await second({})).toEqual([none, none, none, "0", "7", ""])
    expect(await second({ calculation: '<calcPr fullCalcOnLoad="1"/>' })).toEqual([none, none, none, none, "7", ""])
  })

  test("a sheet that is formatted to its last row is read to its last value", async () => {
    const filler = Array.from(
      { length: 200_000 },
      (_, at) => `<row r="${at + 4}" s="1" spans="1:3"><c r="A${at + 4}" s="1"/></row>`,
    )
    const rows = header + textRow(2, "A", "x", "1") + textRow(3, "B", "y", "2") + filler.join("")
    const table = await readAll(workbookOf({ Sheet: rows }))
    expect(table.all.map(({ line }) => line)).toEqual([2, 3])
    expect(table.sheets).toMatchObject([{ rows: 2 }])
  })

  test("cells merged over rows say what the merged cell holds, below the header and beside it", async () => {
    const rows = [
      textRow(1, "partner", "occurred_on", "effort hours"),
      textRow(2, "Lumen", "x", "1"),
      row('<c r="B3"><v>2</v></c>', 3),
      row('<c r="B5"><v>3</v></c>', 5),
      row('<c r="A6"><v>9</v></c><c r="B6"><v>4</v></c>', 6),
    ]
    const merges = '<mergeCells count="2"><mergeCell ref="A2:A5"/><mergeCell ref="D1:F1"/></mergeCells>'
    const table = await readAll(workbookOf({ Sheet: rows.join("") }, { behind: merges }))
    expect(table.all.map(({ merged }) => merged)).toEqual([
      undefined,
      [{ column: 0, text: "Lumen" }],
      [{ column: 0, text: "Lumen" }],
      undefined,
    ])
  })

  test("lone surrogates, emoji and right-to-left text", async () => {
    const table = await readAll(workbookOf({ Sheet: header + textRow(2, "_xD800_x", "🧭", "שלום") }))
    expect(table.all[0]?.cells).toEqual(["\ufffdx", "🧭", "שלום"])
  })

  test.each([
    ["not-a-spreadsheet", zipOf([{ name: "word/document.xml", text: "<x/>" }])],
    ["not-a-spreadsheet", zipOf([{ name: "content.xml", text: "<x/>" }])],
    ["broken-workbook", workbookOf({ Sheet: header }).subarray(0, 300)],
    ["broken-workbook", workbookOf({ Sheet: "<row r='1'><c></row>" })],
    ["broken-workbook", workbookOf({ Sheet: `<row r="1"><c r="ZZZZ1"><v>1</v></c></row>` })],
    ["empty-file", workbookOf({ Sheet: "" })],
    ["too-many-columns", workbookOf({ Sheet: textRow(1, ...Array.from({ length: 10_000 }, (_, at) => `c${at}`)) })],
  ])("%s", async (code, bytes) => {
    expect(await refusalOf(bytes)).toMatchObject({ refusal: code })
  })

  test("a bomb that declares its size is refused before it is unpacked", async () => {
    const bomb = workbookOf(
      { Sheet: header },
      { more: [{ name: "xl/media/bomb", text: Buffer.alloc(60_000_000, 65) }] },
    )
    expect(bomb.length).toBeLessThan(100_000)
    const before = process.memoryUsage().arrayBuffers
    expect(await refusalOf(bomb)).toMatchObject({ refusal: "workbook-too-large", detail: { part: "xl/media/bomb" } })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000)
  })

  test("a bomb that lies about its size is cut off at what it declared", async () => {
    const lying = zipOf([
      { name: "xl/workbook.xml", text: '<workbook><sheets><sheet name="S" id="r0"/></sheets></workbook>' },
      {
        name: "xl/_rels/workbook.xml.rels",
        text: '<Relationships><Relationship Id="r0" Target="worksheets/sheet0.xml"/></Relationships>',
      },
      {
        name: "xl/worksheets/sheet0.xml",
        text: `<worksheet><sheetData>${" ".repeat(30_000_000)}</sheetData></worksheet>`,
        declaredSize: 2_000,
      },
    ])
    expect(await refusalOf(lying)).toMatchObject({ refusal: "broken-workbook" })
  })

  test("entities are not expanded", async () => {
    const bomb = zipOf([
      {
        name: "xl/workbook.xml",
        text: '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><workbook><sheets><sheet name="&b;" id="r0"/></sheets></workbook>',
      },
      { name: "xl/_rels/workbook.xml.rels", text: "<Relationships/>" },
    ])
    expect(await refusalOf(bomb)).toMatchObject({ refusal: "broken-workbook" })
  })

  test("a workbook that breaks below the sample fails while its rows are read", async () => {
    const rows = Array.from({ length: 6_000 }, (_, at) =>
      textRow(at + 2, `Partner ${at} ${Math.random()}`, "2026-03-25", String(at)),
    ).join("")
    const book = workbookOf({ Sheet: `${header}${rows}<row r="9999"><c></row>` })
    await withFile(book, async (table) => {
      if ("refusal" in table) throw new Error(table.refusal)
      await expect(Array.fromAsync(table.rows)).rejects.toBeInstanceOf(BrokenTable)
    })
  })
})
