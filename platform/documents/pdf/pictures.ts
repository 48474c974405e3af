import { addDays, daysBetween, type PlainDate } from "#core/time"
import { light } from "#core/tokens"
import type { Lane } from "#platform/documents/paper"

/** Pictures hold no text: inside an SVG there is no second font for a sign that the first one lacks. Words are set beside them. */
const svg = (width: number, height: number, inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" preserveAspectRatio="none">${inner}</svg>`

const rounded = (value: number): string => String(Math.round(value * 10) / 10)

/** From 0 to 100: near or above the usual level is good. */
const toneOf = (share: number): "good" | "warn" | "bad" => (share >= 80 ? "good" : share >= 55 ? "warn" : "bad")

/** A bar a week, the higher the nearer to the usual level; a week of which nothing is known leaves its place empty. */
export const stripPicture = (weeks: readonly (number | null)[]): string => {
  const height = 20
  const bars = { good: "", warn: "", bad: "" }
  weeks.forEach((share, week) => {
    if (share === null) return
    const tall = Math.max(2, (share / 100) * height)
    bars[toneOf(share)] += `M${week * 10} ${height}v${rounded(-tall)}h8v${rounded(tall)}z`
  })
  const paths = Object.entries(bars).filter(([, d]) => d !== "")
  const line = `<path d="M0 19.6h${weeks.length * 10}" stroke="${light.line}" stroke-width=".8"/>`
  return svg(
    weeks.length * 10,
    height,
    line + paths.map(([tone, d]) => `<path d="${d}" fill="${light[`${tone as "good"}Mark`]}"/>`).join(""),
  )
}

export type Span = Readonly<{ from: PlainDate; to: PlainDate }>

/** The weeks that all lanes cover together, so that they share one axis. */
export const spanOf = (lanes: readonly Lane[]): Span => {
  const starts = lanes.map(({ firstWeek }) => firstWeek).sort()
  const ends = lanes.map(({ firstWeek, actual }) => addDays(firstWeek, 7 * actual.length)).sort()
  return { from: starts[0] ?? "2000-01-03", to: ends.at(-1) ?? "2000-01-10" }
}

const width = 1_000
const tall = 100

/** A lane as a line that breaks where nothing is known, the promised level dashed, and the change with its band. */
export const lanePicture = (lane: Lane, span: Span): string => {
  const days = Math.max(7, daysBetween(span.from, span.to))
  const x = (on: PlainDate) => (Math.min(days, Math.max(0, daysBetween(span.from, on))) / days) * width
  const known = [...lane.actual, ...(lane.promised ?? [])].filter((value) => value !== null)
  const [low, high] = [Math.min(0, ...known), Math.max(1e-9, ...known)]
  const y = (value: number) => tall - 6 - ((value - low) / (high - low)) * (tall - 14)
  const line = (values: readonly (number | null)[]) => lineOf(values, (week) => x(addDays(lane.firstWeek, 7 * week)), y)
  const { onset } = lane
  const band = onset
    ? `<rect x="${rounded(x(onset.low))}" y="0" width="${rounded(Math.max(4, x(onset.high) - x(onset.low)))}" height="${tall}" fill="${light.badMark}" fill-opacity=".18"/>` +
      `<path d="M${rounded(x(onset.on))} 0v${tall}" stroke="${light.badMark}" stroke-width="2.4"/>`
    : ""
  const floor = `<path d="M0 ${rounded(y(low))}h${width}" stroke="${light.line}" stroke-width="1.2"/>`
  const promised = lane.promised
    ? `<path d="${line(lane.promised)}" fill="none" stroke="${light.lineStrong}" stroke-width="2" stroke-dasharray="8 6"/>`
    : ""
  const actual = `<path d="${line(lane.actual)}" fill="none" stroke="${lane.isOurs ? light.ours : light.theirs}" stroke-width="2.8" stroke-linejoin="round" stroke-linecap="round"/>`
  return svg(width, tall, band + floor + promised + actual)
}

/** A week alone between unknown ones is a dot: a line of no length with round ends. */
const lineOf = (
  values: readonly (number | null)[],
  x: (week: number) => number,
  y: (value: number) => number,
): string => {
  let isDown = false
  let path = ""
  values.forEach((value, week) => {
    if (value === null) {
      isDown = false
      return
    }
    const at = `${rounded(x(week))} ${rounded(y(value))}`
    path += isDown ? `L${at}` : `M${at}L${at}`
    isDown = true
  })
  return path
}

export type Tick = Readonly<{ at: number; on: PlainDate }>

/** The first of a month, about six over the span. */
export const ticksOf = ({ from, to }: Span): readonly Tick[] => {
  const days = daysBetween(from, to)
  const step = [1, 2, 3, 6, 12].find((months) => days / (months * 30.4) <= 8) ?? 24
  const ticks: Tick[] = []
  const [year = 2000, month = 1] = from.split("-").map(Number)
  for (let index = year * 12 + month; ; index++) {
    const on = `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}-01`
    if (on >= to) return ticks
    if (index % step === 0) ticks.push({ at: daysBetween(from, on) / days, on })
  }
}
