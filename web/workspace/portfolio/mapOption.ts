import type { Tokens } from "#ui/tokens"
import type { MapPoint } from "./mapPoints.ts"

export type MapWords = Readonly<{
  value: string
  health: string
  states: Record<MapPoint["state"], string>
  money: (value: number) => string
  share: (health: number) => string
}>

const shapes = { silent: "diamond", drifting: "triangle", steady: "circle", not_scored: "emptyCircle" } as const
const toneOf = { silent: "warnMark", drifting: "badMark", steady: "goodMark", not_scored: "calmMark" } as const

/** One dot per partnership: value to the right, health upwards; what drifts has a shape of its own and its name beside it. */
export const mapOption = (points: readonly MapPoint[], words: MapWords, tokens: Tokens) => {
  const drawn = (["silent", "drifting", "steady", "not_scored"] as const)
    .map((state) => ({ state, own: points.filter((point) => point.state === state) }))
    .filter(({ own }) => own.length > 0)
  return {
    grid: { left: 68, right: 28, top: 40, bottom: 44 },
    legend: {
      top: 4,
      left: 60,
      itemWidth: 12,
      data: drawn.map(({ state }) => ({ name: words.states[state], icon: shapes[state] })),
    },
    xAxis: {
      type: "value",
      name: words.value,
      nameLocation: "middle",
      nameGap: 28,
      axisLabel: { formatter: words.money, hideOverlap: true },
    },
    yAxis: {
      type: "value",
      name: words.health,
      nameLocation: "middle",
      nameGap: 46,
      max: 100,
      scale: true,
      axisLabel: { formatter: words.share },
    },
    tooltip: {
      trigger: "item",
      formatter: ({ data }: { data: { name: string; value: [number, number] } }) =>
        [
          data.name,
          `${words.value}: ${words.money(data.value[0])}`,
          `${words.health}: ${words.share(data.value[1])}`,
        ].join("\n"),
    },
    series: drawn.map(({ state, own }) => ({
      type: "scatter",
      name: words.states[state],
      symbol: shapes[state],
      symbolSize: 12,
      cursor: "pointer",
      itemStyle: { color: tokens[toneOf[state]], opacity: 0.85 },
      label: {
        show: state === "drifting" || state === "silent",
        position: "right",
        formatter: "{b}",
        color: tokens.text,
        textBorderColor: tokens.surface,
        textBorderWidth: 3,
        fontSize: 11,
      },
      labelLayout: { hideOverlap: true },
      data: own.map(({ id, name, value, health }) => ({ id, name, value: [value, health] })),
    })),
  }
}
