import { type EChartsCoreOption, init } from "echarts"
import type { Outcome } from "./results.ts"
import type { Figure } from "./score.ts"
import type { Verdict } from "./verdicts.ts"

const colours = { own: "#4c72b0", heldOut: "#c44e00", guide: "#777", goal: "rgba(120, 160, 120, 0.25)" }

/** A chart as SVG on white, so that it can be read on a dark page too. */
const drawn = (width: number, height: number, option: EChartsCoreOption): string => {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height })
  chart.setOption({ animation: false, backgroundColor: "#fff", ...option })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

const title = (text: string) => ({ text, left: "center", textStyle: { fontSize: 14, color: "#222" } })
const legend = { bottom: 4, textStyle: { color: "#444" }, data: ["own worlds", "held-out worlds"] }

/** Said probability against how often it was so, in ten bins; the size of a point is how many were in it. */
export const reliabilityPlot = (own: readonly Verdict[], heldOut: readonly Verdict[]): string => {
  const axis = (name: string) =>
    ({ type: "value", min: 0, max: 1, name, nameLocation: "middle", nameGap: 40, axisLabel: { margin: 22 } }) as const
  const points = (name: string, color: string, verdicts: readonly Verdict[], position: string) => ({
    name,
    type: "scatter",
    data: binsOf(verdicts),
    clip: false,
    itemStyle: { color, opacity: 0.75 },
    symbolSize: (point: number[]) => 5 + 0.8 * Math.sqrt(point[2] ?? 0),
    label: {
      show: true,
      position,
      color,
      fontSize: 10,
      formatter: ({ value }: { value: number[] }) => `n = ${value[2]}`,
    },
  })
  const diagonal = [
    [0, 0],
    [1, 1],
  ]
  return drawn(560, 480, {
    title: title("When it says 70 %, is it so in 70 of 100?"),
    grid: { top: 70, bottom: 95, left: 75, right: 70 },
    legend,
    xAxis: axis("probability said"),
    yAxis: { ...axis("share that drifted"), nameGap: 50 },
    series: [
      { type: "line", data: diagonal, symbol: "none", lineStyle: { type: "dashed", color: colours.guide } },
      points("own worlds", colours.own, own, "right"),
      points("held-out worlds", colours.heldOut, heldOut, "top"),
    ],
  })
}

const binsOf = (verdicts: readonly Verdict[]): number[][] => {
  const judged = verdicts.filter(({ truth }) => truth.fate !== "never-well")
  return Array.from({ length: 10 }, (_, bin) => {
    const some = judged.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === bin)
    const mean = (of: (one: Verdict) => number) => some.reduce((sum, one) => sum + of(one), 0) / some.length
    return [mean((one) => one.probability), mean((one) => (one.truth.fate === "drift" ? 1 : 0)), some.length]
  }).filter((point) => (point[2] ?? 0) > 0)
}

/** How often the band holds the onset, by kind of change, with confidence intervals and the range aimed at. */
export const coveragePlot = (own: Outcome, heldOut: Outcome): string => {
  const names = own.own.kinds.map(({ name }) => name)
  const figures = (outcome: Outcome) => outcome.own.kinds.map(({ cover }) => cover)
  const whiskers = (name: string, color: string, of: readonly Figure[], shift: number) => [
    {
      name,
      type: "custom",
      itemStyle: { color },
      data: of.map(({ value, low, high }, i) => [value, i, low, high]).filter(([value]) => !Number.isNaN(value)),
      renderItem: (_: unknown, api: Plane) => whisker(api, color, shift),
    },
  ]
  return drawn(640, 420, {
    title: title("How often the 90 % band holds the true onset"),
    grid: { top: 50, bottom: 70, left: 190, right: 30 },
    legend,
    xAxis: {
      type: "value",
      min: 0.4,
      max: 1,
      axisLabel: { formatter: (value: number) => `${Math.round(100 * value)} %` },
    },
    yAxis: { type: "category", data: names, inverse: true, axisLabel: { color: "#222", fontSize: 12 } },
    series: [
      {
        type: "line",
        data: [],
        markArea: { silent: true, itemStyle: { color: colours.goal }, data: [[{ xAxis: 0.85 }, { xAxis: 0.95 }]] },
      },
      ...whiskers("own worlds", colours.own, figures(own), -7),
      ...whiskers("held-out worlds", colours.heldOut, figures(heldOut), 7),
    ],
  })
}

type Plane = Readonly<{ value: (index: number) => number; coord: (point: readonly number[]) => number[] }>

/** A point with its interval, a little above or below the middle of its row. */
const whisker = (api: Plane, color: string, shift: number) => {
  const row = api.value(1)
  const across = (value: number) => api.coord([Math.max(0.4, value), row])[0] ?? 0
  const y = (api.coord([1, row])[1] ?? 0) + shift
  return {
    type: "group",
    children: [
      {
        type: "line",
        shape: { x1: across(api.value(2)), x2: across(api.value(3)), y1: y, y2: y },
        style: { stroke: color, lineWidth: 2 },
      },
      { type: "circle", shape: { cx: across(api.value(0)), cy: y, r: 5 }, style: { fill: color } },
    ],
  }
}
