import { dayNumber } from "#core/time"
import type { ConsortiumRow } from "./consortium.ts"
import { factsOf } from "./consortiumFacts.ts"

const columns = 4
const cell = { width: 264, height: 96, left: 12, right: 12, top: 24, bottom: 18 }
const head = 58
const plot = { width: cell.width - cell.left - cell.right, height: cell.height - cell.top - cell.bottom }
const [first, last] = [dayNumber("2010-01-01"), dayNumber("2027-01-01")]
const ink = {
  text: "#222",
  quiet: "#666",
  bar: "#4c72b0",
  band: "#f2b264",
  past: "#fbe6cb",
  onset: "#c44e00",
  seen: "#7a2a8c",
  silence: "#d9d9d9",
  fact: "#111",
}

/** One small picture per company: contributions per quarter, the onset and its band, the day it was seen, the silence, public facts. */
export const consortiumPicture = (rows: readonly ConsortiumRow[]): string => {
  const left = rows.filter(({ finding }) => finding.silentSince !== null)
  const here = rows.filter(({ finding }) => finding.silentSince === null)
  const cells = [...left, ...here]
  const width = columns * cell.width
  const height = head + Math.ceil(cells.length / columns) * cell.height + 6
  const placed = cells.map(
    (row, i) =>
      `<g transform="translate(${(i % columns) * cell.width} ${head + Math.floor(i / columns) * cell.height})">${company(row)}</g>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" role="img" aria-label="Contributions of companies to an open project and the drift found">
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="12" y="22" font-size="15" fill="${ink.text}">A real consortium: contributions per quarter, each company on its own scale; those who fell silent first</text>
${legend()}
${placed.join("\n")}
</svg>
`
}

const x = (date: string): number => {
  const day = dayNumber(date.length === 7 ? `${date}-15` : date)
  return cell.left + (plot.width * (day - first)) / (last - first)
}
const rect = (from: number, to: number, top: number, height: number, fill: string): string =>
  `<rect x="${at(from)}" y="${at(top)}" width="${at(Math.max(0.6, to - from))}" height="${at(height)}" fill="${fill}"/>`
const line = (from: number, stroke: string, dash = ""): string =>
  `<line x1="${at(from)}" x2="${at(from)}" y1="${cell.top - 2}" y2="${cell.top + plot.height}" stroke="${stroke}" stroke-width="1.5"${dash}/>`
const diamond = (from: number, top: number): string =>
  `<path d="M${at(from)} ${top - 4}l3.5 4l-3.5 4l-3.5 -4z" fill="${ink.fact}"/>`
const at = (value: number): string => String(Math.round(value * 10) / 10)
const dashed = ' stroke-dasharray="3 2"'

const company = ({ name, finding, quarters }: ConsortiumRow): string => {
  const { onset, detectedOn, silentSince } = finding
  const earlier = finding.episodes.filter(({ endedOn }) => endedOn !== null)
  const floor = cell.top + plot.height
  const most = Math.max(...quarters.map(({ acts }) => acts))
  const quarter = (plot.width * 91) / (last - first)
  return [
    `<text x="${cell.left}" y="${cell.top - 8}" font-size="12" font-weight="600" fill="${ink.text}">${name.replaceAll("&", "&amp;")}</text>`,
    `<text x="${cell.width - cell.right}" y="${cell.top - 8}" font-size="10" text-anchor="end" fill="${ink.quiet}">${onset ? `since about ${onset.date.slice(0, 7)}` : "no drift found"}</text>`,
    silentSince ? rect(x(silentSince), x("2026-08-01"), cell.top, plot.height, ink.silence) : "",
    ...earlier.map((one) => rect(x(one.onset.low), x(one.onset.high), cell.top, plot.height, ink.past)),
    onset ? rect(x(onset.low), x(onset.high), cell.top, plot.height, ink.band) : "",
    ...quarters
      .filter(({ acts }) => acts > 0)
      .map(({ from, acts }) => {
        const height = (plot.height * acts) / most
        return rect(x(from), x(from) + quarter - 0.5, floor - height, height, ink.bar)
      }),
    ...earlier.map((one) => line(x(one.onset.date), ink.band)),
    onset ? line(x(onset.date), ink.onset) : "",
    detectedOn ? line(x(detectedOn), ink.seen, dashed) : "",
    `<line x1="${cell.left}" x2="${cell.width - cell.right}" y1="${floor}" y2="${floor}" stroke="${ink.quiet}" stroke-width="0.7"/>`,
    ...factsOf(name).map(({ on }) => diamond(x(on), floor)),
    ...["2012", "2016", "2020", "2024"].map(
      (year) =>
        `<text x="${at(x(`${year}-01-01`))}" y="${floor + 13}" font-size="9" text-anchor="middle" fill="${ink.quiet}">${year}</text>`,
    ),
  ].join("")
}

const legend = (): string => {
  const label = (from: number, text: string) =>
    `<text x="${from}" y="44" font-size="11" fill="${ink.quiet}">${text}</text>`
  const mark = (from: number, stroke: string, dash = "") =>
    `<line x1="${from}" x2="${from}" y1="33" y2="46" stroke="${stroke}" stroke-width="1.5"${dash}/>`
  return [
    rect(12, 22, 35, 10, ink.bar) + label(27, "contributions"),
    rect(122, 136, 35, 10, ink.band) + mark(129, ink.onset) + label(141, "onset found and its 90 % band"),
    rect(326, 340, 35, 10, ink.past) + mark(333, ink.band) + label(345, "that of an earlier episode"),
    mark(510, ink.seen, dashed) + label(517, "day it was first seen"),
    rect(650, 664, 35, 10, ink.silence) + label(669, "silence"),
    diamond(733, 40) + label(741, "a public fact (see the table)"),
  ].join("")
}
