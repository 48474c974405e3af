import { init } from "echarts"
import type { Verdict } from "./verdicts.ts"

/** Said probability against how often it was so, in ten bins; the size of a point is how many were in it. */
export const reliabilityPlot = (verdicts: readonly Verdict[]): string => {
  const judged = verdicts.filter(({ truth }) => truth.fate !== "never-well")
  const points = Array.from({ length: 10 }, (_, bin) => {
    const some = judged.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === bin)
    const mean = (of: (one: Verdict) => number) => some.reduce((sum, one) => sum + of(one), 0) / some.length
    return [mean((one) => one.probability), mean((one) => (one.truth.fate === "drift" ? 1 : 0)), some.length] as const
  }).filter(([, , count]) => count > 0)
  const chart = init(null, null, { renderer: "svg", ssr: true, width: 520, height: 420 })
  const axis = (name: string) => ({ type: "value", min: 0, max: 1, name, nameLocation: "middle", nameGap: 30 }) as const
  chart.setOption({
    animation: false,
    title: { text: "When it says 70 %, is it so in 70 of 100?", left: "center", textStyle: { fontSize: 14 } },
    xAxis: axis("probability said"),
    yAxis: axis("share that drifted"),
    series: [
      {
        type: "line",
        data: [
          [0, 0],
          [1, 1],
        ],
        symbol: "none",
        lineStyle: { type: "dashed", color: "#999" },
      },
      {
        type: "scatter",
        data: points.map((point) => [...point]),
        symbolSize: (point: number[]) => 6 + 3 * Math.sqrt(point[2] ?? 0),
        label: {
          show: true,
          position: "top",
          formatter: ({ value }: { value: unknown }) => `n = ${(value as number[])[2]}`,
        },
      },
    ],
  })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}
