import { formatIn } from "#core/format"
import { addDays } from "#core/time"
import type { Block, Lane, Paper } from "#platform/documents/paper"
import { font, ink, type Slide } from "./look.ts"

const mostLanes = 4

/** Each signal as a chart of its own that can be edited; a week of which nothing is known is a gap, and zero is a point. */
export const addLanes = (slide: Slide, { lanes }: Extract<Block, { kind: "lanes" }>, paper: Paper): void => {
  const shown = lanes.slice(0, mostLanes)
  const across = shown.length > 1 ? 2 : 1
  const down = Math.ceil(shown.length / 2)
  const [w, h] = [12.1 / across, 5.5 / down]
  shown.forEach((lane, index) => {
    const [x, y] = [0.6 + (index % across) * w, 1.3 + Math.floor(index / across) * h]
    slide.addText(
      [
        { text: lane.name, options: { bold: true } },
        { text: `  ${lane.detail}`, options: { color: ink("textSoft") } },
      ],
      {
        x,
        y,
        w: w - 0.15,
        h: 0.32,
        fontSize: 12,
        color: ink("text"),
        fontFace: font,
        fit: "shrink",
      },
    )
    addLane(slide, lane, paper, { x, y: y + 0.3, w: w - 0.15, h: h - 0.35 })
  })
}

const addLane = (slide: Slide, lane: Lane, paper: Paper, box: { x: number; y: number; w: number; h: number }): void => {
  const format = formatIn(paper.language, paper.timeZone)
  const labels = lane.actual.map((_, week) => format.date(addDays(lane.firstWeek, 7 * week)))
  const series = (name: string, values: readonly (number | null)[]) => ({ name, labels, values: values.map(point) })
  slide.addChart(
    "line",
    [series(lane.name, lane.actual), ...(lane.promised ? [series(paper.words.promised, lane.promised)] : [])],
    {
      ...box,
      altText: `${lane.name}: ${lane.detail}`,
      chartColors: [ink(lane.isOurs ? "ours" : "theirs"), ink("lineStrong")],
      displayBlanksAs: "gap",
      lineSize: 2,
      lineDataSymbol: "none",
      catAxisLabelFontSize: 10,
      catAxisLabelFontFace: font,
      catAxisLabelColor: ink("textSoft"),
      catAxisLabelFrequency: String(Math.max(1, Math.ceil(labels.length / 5))),
      valAxisLabelFontSize: 10,
      valAxisLabelFontFace: font,
      valAxisLabelColor: ink("textSoft"),
      valGridLine: { color: ink("line"), size: 0.5 },
      catGridLine: { style: "none" },
      showLegend: lane.promised !== null,
      legendPos: "b",
      legendFontSize: 10,
      legendFontFace: font,
      legendColor: ink("textSoft"),
    },
  )
}

/**
 * The library writes nothing for a zero into the chart's workbook unless it comes as text. What is not known becomes an empty
 * place there, which `mended` takes away; so null it stays, whatever the types say.
 */
const point = (value: number | null): number => (value === 0 ? "0" : value) as number

/** Parts of a whole as a bar for each, which can be edited. */
export const addShares = (slide: Slide, { parts, rows }: Extract<Block, { kind: "shares" }>): void => {
  const known = parts
    .map((part, index) => ({ ...part, counts: rows.map(({ counts }) => counts[index] ?? 0) }))
    .filter(({ counts }) => counts.some((count) => count > 0))
  if (known.length === 0) return
  const labels = rows.map(({ label }) => label || " ")
  slide.addChart(
    "bar",
    // PowerPoint draws the first row at the bottom.
    known.map(({ label, counts }) => ({
      name: label,
      labels: labels.toReversed(),
      values: counts.toReversed().map(point),
    })),
    {
      x: 0.6,
      y: 5.2,
      w: 12.1,
      h: 1.7,
      altText: rows
        .map(
          (row) => `${row.label} ${parts.map(({ label }, index) => `${label}: ${row.counts[index] ?? 0}`).join(", ")}`,
        )
        .join("; "),
      barDir: "bar",
      barGrouping: "stacked",
      chartColors: known.map(({ tone }) => ink(`${tone}Mark`)),
      showLegend: true,
      legendPos: "b",
      legendFontSize: 11,
      legendFontFace: font,
      showValue: true,
      dataLabelColor: ink("surface"),
      dataLabelFontSize: 11,
      dataLabelFontBold: true,
      // A part that is not there is not written into its place.
      dataLabelFormatCode: "0;;;",
      catAxisHidden: rows.length < 2,
      catAxisLabelFontSize: 11,
      catAxisLabelFontFace: font,
      catAxisLineShow: false,
      valAxisHidden: true,
      valGridLine: { style: "none" },
      barGapWidthPct: 25,
    },
  )
}
