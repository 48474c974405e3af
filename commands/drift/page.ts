import { weekFromNumber } from "#core/time"
import type { Assessment, Subject, WeeklySignal } from "#rules/drift"
import { opening } from "./report.ts"
import { sentence } from "./sentence.ts"

/** One self-contained page: every partnership with its sentence and a picture of each signal. No script, nothing fetched. */
export const page = async (
  findings: readonly Assessment[],
  subjects: readonly Subject[],
  asOf: string,
): Promise<string> => {
  const { init } = await import("echarts")
  const draw = (signal: WeeklySignal, finding: Assessment): string => {
    const chart = init(null, null, { renderer: "svg", ssr: true, width: 760, height: 110 })
    chart.setOption({ animation: false, ...picture(signal, finding) })
    const svg = chart.renderToSVGString()
    chart.dispose()
    return svg
  }
  const drifting = findings.filter((one) => one.drifting)
  const ordered = [...drifting, ...findings.filter((one) => !one.drifting)]
  const panels = ordered.map((finding) => {
    const signals = subjects.find(({ partnership }) => partnership === finding.partnership)?.signals ?? []
    const pictures = signals.map(
      (signal) => `<figure><figcaption>${words(signal.definition.key)}</figcaption>${draw(signal, finding)}</figure>`,
    )
    return `<section><h2>${escaped(finding.partnership)}</h2><p>${escaped(sentence(finding))}</p>${pictures.join("")}</section>`
  })
  const title = escaped(opening(findings, asOf))
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${style}</style></head><body><h1>${title}</h1>${panels.join("\n")}</body></html>\n`
}

/** The weeks as a line, the promise dashed, the band of the onset shaded. */
const picture = ({ firstWeek, values, expected }: WeeklySignal, { onset }: Assessment) => {
  const weeks = Array.from(values, (_, i) => weekFromNumber(firstWeek + i))
  const within = (date: string) => weeks.find((week) => week >= date) ?? weeks.at(-1)
  const line = (from: Float64Array) => Array.from(from, (value) => (Number.isNaN(value) ? null : value))
  const band = onset && {
    markArea: {
      itemStyle: { color: "#f4d58d66" },
      data: [[{ xAxis: within(onset.low) }, { xAxis: within(onset.high) }]],
    },
    markLine: {
      symbol: "none",
      label: { show: false },
      lineStyle: { color: "#b3541e" },
      data: [{ xAxis: within(onset.date) }],
    },
  }
  const promised = {
    type: "line",
    data: expected ? line(expected) : [],
    symbol: "none",
    lineStyle: { type: "dashed", color: "#888" },
  }
  return {
    grid: { left: 60, right: 10, top: 8, bottom: 22 },
    xAxis: { type: "category", data: weeks },
    yAxis: { type: "value", splitNumber: 2 },
    series: [
      { type: "line", data: line(values), symbol: "none", lineStyle: { width: 1.2, color: "#2b4c7e" }, ...band },
      promised,
    ],
  } as object
}

const words = (key: string): string => escaped(key.replaceAll("_", " "))
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#1c2430}
h2{margin-top:2.5rem}figure{margin:0}figcaption{font-size:.85rem;color:#556}svg{max-width:100%;height:auto}`
