import iconv from "iconv-lite"
import { describe, expect, test } from "vitest"
import { readAll, refusalOf, withFile } from "./filesForTests.ts"
import { limits } from "./table.ts"

const sheet = "partner;occurred_on;kind\nMüller & Söhne – €;25.03.2026;Besuch\nÉlan;26.03.2026;Anruf\n"

describe("encodings", () => {
  test.each([
    ["utf-8", Buffer.from(sheet), true],
    ["utf-8", Buffer.from(`\ufeff${sheet}`), true],
    ["utf-16le", iconv.encode(sheet, "utf-16le", { addBOM: true }), true],
    ["utf-16be", iconv.encode(sheet, "utf-16be", { addBOM: true }), true],
    ["utf-16le", iconv.encode(sheet, "utf-16le"), true],
    ["windows-1252", iconv.encode(sheet, "windows-1252"), false],
  ])("%s is found and read", async (encoding, bytes, isCertain) => {
    const table = await readAll(bytes)
    expect(table).toMatchObject({
      encoding,
      isEncodingCertain: isCertain,
      delimiter: ";",
      headers: ["partner", "occurred_on", "kind"],
    })
    expect(table.all[0]).toEqual({ line: 2, cells: ["Müller & Söhne – €", "25.03.2026", "Besuch"] })
  })

  test("a byte that is not UTF-8 far down decides for the whole file", async () => {
    const text = `partner,kind\n${"Acme,call\n".repeat(60_000)}Müller,visit\n`
    const table = await readAll(iconv.encode(text, "windows-1252"))
    expect(table.encoding).toBe("windows-1252")
    expect(table.all.at(-1)?.cells).toEqual(["Müller", "visit"])
  })

  test("a lone surrogate in UTF-8 spoils its own row, not the file", async () => {
    const table = await readAll(
      Buffer.concat([
        Buffer.from(`partner,kind\n${"Müller,visit\n".repeat(40)}`),
        Buffer.from("bad\xed\xa0\x80,visit\n", "latin1"),
        Buffer.from("Élan,call\n"),
      ]),
    )
    expect(table.encoding).toBe("utf-8")
    expect(table.all[40]?.cells[0]).toContain("\ufffd")
    expect(table.all[41]?.cells).toEqual(["Élan", "call"])
  })

  test("the person's choice of encoding and delimiter wins; an unknown one is refused", async () => {
    const bytes = iconv.encode("Партнер,kind\nАльфа,call\n", "windows-1251")
    expect((await readAll(bytes, { encoding: "windows-1251" })).headers[0]).toBe("Партнер")
    expect((await readAll("partner|kind\na,b|call\n", { delimiter: "|" })).all[0]?.cells).toEqual(["a,b", "call"])
    expect(await refusalOf(bytes, { encoding: "klingon" })).toMatchObject({ refusal: "unknown-encoding" })
  })

  test("emoji and right-to-left text arrive unchanged", async () => {
    const table = await readAll("partner,kind\n🧭 מצפן בע״מ,שיחה\nشركة,زيارة\n")
    expect(table.all.map(({ cells }) => cells)).toEqual([
      ["🧭 מצפן בע״מ", "שיחה"],
      ["شركة", "زيارة"],
    ])
  })
})

describe("layout", () => {
  test.each([",", ";", "\t", "|"])("delimiter %j", async (delimiter) => {
    const text = [
      ["partner", "kind", "value"],
      ["Acme", "a call", "1"],
      ["Beta", "a visit", "2"],
    ]
      .map((row) => row.join(delimiter))
      .join("\r\n")
    expect(await readAll(text)).toMatchObject({ delimiter, headers: ["partner", "kind", "value"] })
  })

  test("decimal commas and prose do not mislead the delimiter", async () => {
    expect((await readAll("partner;value;note\nA;1,5;one, two, three\nB;2,5;four\nC;3,5;five, six\n")).delimiter).toBe(
      ";",
    )
  })

  test("Excel's sep= line is obeyed and is no header", async () => {
    expect(await readAll("sep=|\npartner|kind\nA|call\n")).toMatchObject({
      delimiter: "|",
      headerRow: 2,
      headers: ["partner", "kind"],
    })
  })

  test("titles, notes and empty lines above the header are skipped", async () => {
    const table = await readAll(
      "Partner activities 2026,,\nexported by Ada,,\n,,\npartner,date,kind\nAcme,2026-03-25,call\n",
    )
    expect(table).toMatchObject({ headerRow: 4, headers: ["partner", "date", "kind"] })
    expect(table.all).toEqual([{ line: 5, cells: ["Acme", "2026-03-25", "call"] }])
  })

  test("a header of one's own is found where the table is widest", async () => {
    expect(await readAll("Report\nFoo,Bar,Baz\nx,2026-01-02,3\ny,2026-01-03,4\n")).toMatchObject({
      headerRow: 2,
      headers: ["Foo", "Bar", "Baz"],
    })
  })

  test.each(["BMI,kind", "PK,kind", "ID3,kind", "II*,kind"])(
    "a text that begins with %s is no binary format",
    async (first) => {
      expect((await readAll(`${first}\nAcme,call\n`)).headers[1]).toBe("kind")
    },
  )

  test("duplicate headers are told apart", async () => {
    expect((await readAll("Date,Partner,Date,,Date\n2026-01-01,A,2026-01-02,x,2026-01-03\n")).headers).toEqual([
      "Date",
      "Partner",
      "Date (2)",
      "",
      "Date (3)",
    ])
  })

  test("short rows are filled up, too wide ones say so, and the rest is kept", async () => {
    const table = await readAll("partner,kind\nA,call\nB\nC,call,extra\nD,call,,\n\nE,call")
    expect(table.all.map(({ line, cells, filledUp, problem }) => [line, cells, filledUp, problem?.reason])).toEqual([
      [2, ["A", "call"], undefined, undefined],
      [3, ["B", ""], 1, undefined],
      [4, ["C", "call", "extra"], undefined, "too-many-cells"],
      [5, ["D", "call"], undefined, undefined],
      [7, ["E", "call"], undefined, undefined],
    ])
  })

  test("rows can be read again, and the sample is the first 5,000", async () => {
    const text = `partner,kind\n${"A,call\n".repeat(6_000)}`
    await withFile(text, async (table) => {
      if ("refusal" in table) throw new Error(table.refusal)
      expect(table.sample).toHaveLength(5_000)
      for (let round = 0; round < 2; round++) expect((await Array.fromAsync(table.rows)).length).toBe(6_000)
    })
  })
})

describe("what is no table", () => {
  test.each([
    ["empty-file", ""],
    ["empty-file", " \n\n ,, \n"],
    ["empty-file", "\ufeff"],
    ["not-a-spreadsheet", Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")],
    ["not-a-spreadsheet", Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex")],
    ["not-a-spreadsheet", "<html><body><table><tr><td>partner</td></tr></table></body></html>"],
    ["not-a-spreadsheet", '{"partner": "Acme"}'],
    ["not-a-spreadsheet", '<?xml version="1.0"?><partners/>'],
    ["not-a-spreadsheet", Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256))],
    ["old-workbook", Buffer.from("d0cf11e0a1b11ae1000000000000", "hex")],
    [
      "locked-workbook",
      Buffer.concat([
        Buffer.from("d0cf11e0a1b11ae1", "hex"),
        Buffer.alloc(512),
        Buffer.from("EncryptedPackage", "utf16le"),
      ]),
    ],
    ["no-header-row", "Dear Ada\nplease find the numbers below\nregards\n"],
    ["no-header-row", "1,2,3\n4,5,6\n"],
    ["no-header-row", "Acme,2026-01-02,ada@example.com\nBeta,2026-01-03,bob@example.com\n"],
    ["too-many-columns", `${Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(",")}\n1,2\n`],
  ])("%s", async (code, bytes) => {
    expect(await refusalOf(bytes)).toMatchObject({ refusal: code })
  })
})

test("many empty lines do not hold up a first look, and what stands behind them is read", async () => {
  const gap = (lines: number) => `partner,kind\nAcme,call\n${"\n".repeat(lines)}Contoso,visit\n`
  const far = await readAll(Buffer.from(gap(limits.sampleBlank + 10)))
  expect(far.sample).toHaveLength(1)
  expect(far.all.map(({ cells }) => cells[0])).toEqual(["Acme", "Contoso"])
  expect((await readAll(Buffer.from(gap(limits.sampleBlank - 10)))).sample).toHaveLength(2)
})
