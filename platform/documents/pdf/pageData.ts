import { type Format, formatIn } from "#core/format"
import { light } from "#core/tokens"
import type { Block, Cell, Column, Lane, Paper } from "#platform/documents/paper"
import { isNumeric, isState, isStrip, written } from "#platform/documents/written"
import { lanePicture, spanOf, stripPicture, ticksOf } from "./pictures.ts"

/** What `page.typ` reads: every text as it stands on the page, every picture as SVG. */
export const pageData = (paper: Paper) => {
  const { language, region } = new Intl.Locale(paper.language)
  const format = formatIn(paper.language, paper.timeZone)
  const { title, sentence, audience, owner, author, facts, footnotes, words } = paper
  return {
    ...{ title, sentence, audience, owner, author, facts, footnotes },
    ...{ language, region: region ?? null, isLandscape: paper.isLandscape ?? false },
    ...{ subtitle: paper.subtitle ?? "", page: words.page, promised: words.promised, onset: words.onset },
    colours: light,
    blocks: paper.blocks.map((block) => blockData(format, block)),
  }
}

const blockData = (format: Format, block: Block) => {
  const head = { kind: block.kind, title: block.title ?? "", note: block.note ?? "" }
  switch (block.kind) {
    case "figures":
      return { ...head, figures: block.figures }
    case "text":
      return { ...head, paragraphs: block.paragraphs }
    case "shares":
      return { ...head, ...sharesData(format, block) }
    case "lanes":
      return { ...head, ...lanesData(format, block.lanes) }
    case "table":
      return {
        ...head,
        empty: block.empty,
        columns: block.columns.map((column) => ({
          title: column.title,
          wide: column.wide ?? 1,
          isNumeric: isNumeric(column),
          isDate: column.kind === "date",
        })),
        rows: block.rows.map((row) =>
          block.columns.map((column, index) => cellData(format, column, row[index] ?? null)),
        ),
      }
  }
}

/** A part that no row has is left out, of the picture and of its legend. */
const sharesData = (format: Format, { parts, rows }: Extract<Block, { kind: "shares" }>) => ({
  legend: parts.filter((_, index) => rows.some(({ counts }) => (counts[index] ?? 0) > 0)),
  rows: rows.map(({ label, counts }) => ({
    label,
    parts: parts.flatMap(({ tone }, index) => {
      const count = counts[index] ?? 0
      return count > 0 ? [{ tone, count, value: format.number(count) }] : []
    }),
  })),
})

const cellData = (format: Format, column: Column, cell: Cell) =>
  isState(cell)
    ? cell
    : isStrip(cell)
      ? { svg: stripPicture(cell.strip), label: cell.label }
      : written(format, column, cell)

const lanesData = (format: Format, lanes: readonly Lane[]) => {
  const span = spanOf(lanes)
  return {
    hasPromised: lanes.some(({ promised }) => promised !== null),
    hasOnset: lanes.some(({ onset }) => onset !== null),
    lanes: lanes.map((lane) => ({
      name: lane.name,
      detail: lane.detail,
      label: `${lane.name}: ${lane.detail}`,
      svg: lanePicture(lane, span),
    })),
    ticks: ticksOf(span).map(({ at, on }) => ({ at, label: format.monthOfYear(on) })),
  }
}
