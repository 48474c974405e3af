import { isRefusal, refuse } from "#core/refusal"
import { textKey } from "#core/textKey"
import type { ZipParts } from "#platform/archives/zip-parts"
import { widthOf } from "./boundedRow.ts"
import { firstOf } from "./firstOf.ts"
import { headerIn } from "./headerIn.ts"
import { type SheetFacts, scanSheet } from "./scanSheet.ts"
import { sheetRows } from "./sheetRows.ts"
import { limits, type Opened, type SheetPreview, type TableRefusal, type TableRow, type TableSource } from "./table.ts"
import { openWorkbook, type Workbook } from "./workbook.ts"
import { openZip } from "./zipParts.ts"

type Sheet = Workbook["sheets"][number]

/** A sheet that was looked into: what it shows, and how much it looks like the table that is meant. */
type Looked = Readonly<{
  sheet: Sheet
  preview: SheetPreview
  facts: SheetFacts | undefined
  refusal: TableRefusal | undefined
  /** It has a row of column names, and rows below. */
  isTable: boolean
  /** Column names that are known. */
  known: number
}>

/** Of two sheets that hold about as many known columns, the first is proposed; where one kind is meant, the one that holds most of it. */
const nearly = ({ wantedHeaders }: TableSource): number => (wantedHeaders ? 1 : 0.6)

/** Opens a workbook at the sheet that was chosen, or at the likeliest; says what all its sheets hold. */
export const openSheet = async (source: TableSource): Promise<Opened | TableRefusal> => {
  const workbook = await openWorkbook(source.path)
  if (isRefusal(workbook)) return workbook
  const { sheets } = workbook
  const named = source.sheet === undefined ? undefined : sheets.find(({ name }) => name === source.sheet)
  const visible = sheets.filter(({ isHidden }) => !isHidden)
  const names = visible.map(({ name }) => name)
  if (source.sheet !== undefined && !named) return refuse("no-such-sheet", { sheet: source.sheet, sheets: names })
  const looked = await lookInto([...visible, ...sheets.filter(({ isHidden }) => isHidden)], source, workbook)
  if (isRefusal(looked)) return looked
  const chosen = named ? looked.find(({ sheet }) => sheet === named) : likeliest(looked, source)
  if (!chosen) return refuse("empty-file")
  if (chosen.refusal) return chosen.refusal
  return {
    format: "xlsx",
    encoding: "utf-8",
    isEncodingCertain: true,
    encodings: [],
    delimiter: "",
    sheets: looked
      .filter((each) => !each.sheet.isHidden || holdsValues(each) || each === chosen)
      .map(({ preview, sheet }) => (sheet.isHidden ? { ...preview, isHidden: true } : preview)),
    sheet: chosen.sheet.name,
    records: () => recordsOf(source.path, chosen, workbook),
  }
}

/** Where no visible sheet holds a table, a hidden one may. */
const likeliest = (looked: readonly Looked[], source: TableSource): Looked | undefined => {
  const visible = looked.filter(({ sheet }) => !sheet.isHidden)
  const found = best(visible, source) ?? best(looked, source)
  return found ?? visible.find(({ refusal }) => refusal) ?? visible.find(holdsValues) ?? visible[0]
}

const best = (looked: readonly Looked[], source: TableSource): Looked | undefined => {
  const tables = looked.filter(({ isTable }) => isTable)
  const most = Math.max(0, ...tables.map(({ known }) => known))
  return tables.find(({ known }) => known >= most * nearly(source))
}

const holdsValues = ({ preview }: Looked): boolean => preview.first.length > 0

/** Looks into the sheets, as far as they unpack to no more than one may. */
const lookInto = async (
  sheets: readonly Sheet[],
  source: TableSource,
  workbook: Workbook,
): Promise<readonly Looked[] | TableRefusal> => {
  const zip = await openZip(source.path)
  if (isRefusal(zip)) return zip
  try {
    const looked: Looked[] = []
    let unpacked = 0
    for (const sheet of sheets) {
      unpacked += zip.size(sheet.part)
      const isTooMuch = looked.length >= limits.sheets || (looked.length > 0 && unpacked > limits.sheetBytes)
      looked.push(isTooMuch && sheet.name !== source.sheet ? unseen(sheet) : await lookAt(zip, sheet, source, workbook))
    }
    return looked
  } finally {
    zip.close()
  }
}

const unseen = (sheet: Sheet, facts?: SheetFacts, refusal?: TableRefusal): Looked => ({
  ...{ sheet, facts, refusal, isTable: false, known: 0 },
  preview: { name: sheet.name, rows: facts?.lastRow, columns: 0, first: [] },
})

const lookAt = async (zip: ZipParts, sheet: Sheet, source: TableSource, workbook: Workbook): Promise<Looked> => {
  const facts = await scanSheet(zip, sheet.part).catch(() => undefined)
  if (facts === undefined) return unseen(sheet, facts, refuse("broken-workbook"))
  if (facts.valuesEnd === 0) return unseen(sheet, facts)
  const first = await firstOf(sheetRows(source.path, sheet.part, workbook, facts), limits.headRows)
  if (isRefusal(first)) return unseen(sheet, facts, first)
  const header = headerIn(first, source.knownHeaders)
  const top = header ?? first[0]
  const known = source.wantedHeaders ?? source.knownHeaders
  const names = (top?.cells ?? []).slice(0, widthOf(top?.cells ?? []))
  return {
    sheet,
    facts,
    refusal: undefined,
    isTable: header !== undefined && first.some(({ line }) => line > header.line),
    known: header === undefined ? 0 : names.filter((name) => known.has(textKey(name))).length,
    preview: {
      name: sheet.name,
      rows: facts.lastRow === undefined || top === undefined ? facts.lastRow : Math.max(0, facts.lastRow - top.line),
      columns: Math.max(0, ...first.map(({ cells }) => widthOf(cells))),
      first: names,
    },
  }
}

async function* recordsOf(path: string, { sheet, facts }: Looked, workbook: Workbook): AsyncGenerator<TableRow> {
  yield* sheetRows(path, sheet.part, workbook, facts ?? { valuesEnd: undefined, lastRow: undefined, merges: [] })
}
