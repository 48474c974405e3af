import type { Tokens } from "#ui/tokens"
import type { MapPoint } from "./mapPoints.ts"

export type MapWords = Readonly<{
  value: string
  health: string
  states: Record<MapPoint["state"], string>
  money: (value: number) => string
  share: (health: number) => string
}>

const shapes = { drifting: "triangle", steady: "circle", not_scored: "emptyCircle" } as const
const toneOf = { drifting: "badMark", steady: "goodMark", not_scored: "calmMark" } as const

/** One dot per partnership: value to the right, health upwards; what drifts has a shape of its own and its name beside it. */
export const mapOption = (points: readonly MapPoint[], words: MapWords, tokens: Tokens) => ({
  grid: { left: 56, right: 28, top: 40, bottom: 44 },
  legend: { top: 4, left: 12, itemWidth: 12 },
  xAxis: {
    type: "value",
    name: words.value,
    nameLocation: "middle",
    nameGap: 28,
    axisLabel: { formatter: words.money, hideOverlap: true },
  },
  yAxis: { type: "value", name: words.health, max: 100, scale: true, axisLabel: { formatter: words.share } },
  tooltip: {
    trigger: "item",
    formatter: ({ data }: { data: { name: string; value: [number, number] } }) =>
      [
        data.name,
        `${words.value}: ${words.money(data.value[0])}`,
        `${words.health}: ${words.share(data.value[1])}`,
      ].join("\n"),
  },
  series: (["drifting", "steady", "not_scored"] as const)
    .map((state) => ({ state, own: points.filter((point) => point.state === state) }))
    .filter(({ own }) => own.length > 0)
    .map(({ state, own }) => ({
      type: "scatter",
      name: words.states[state],
      symbol: shapes[state],
      symbolSize: 12,
      cursor: "pointer",
      itemStyle: { color: tokens[toneOf[state]], opacity: 0.85 },
      label: {
        show: state === "drifting",
        position: "right",
        formatter: "{b}",
        color: tokens.text,
        fontSize: 11,
      },
      labelLayout: { hideOverlap: true },
      data: own.map(({ id, name, value, health }) => ({ id, name, value: [value, health] })),
    })),
})
