import type { PlainDate } from "#core/time"
import type { Tokens } from "#ui/tokens"
import { type Lane, type LaneEvent, type LaneFocus, type Layout, laneTop } from "./Lane.ts"

export type LanePicture = Readonly<{
  lanes: readonly Lane[]
  events: readonly LaneEvent[]
  layout: Layout
  focus: LaneFocus | undefined
  /** The reader's own side is drawn in the accent. */
  isOurs: (lane: Lane) => boolean
  writeDay: (on: PlainDate) => string
  writeValue: (value: number) => string
  writeTick: (ms: number) => string
}>

/** ECharts' option for lanes that share one time axis: the event row on top, then one grid per signal. */
export const laneOption = (picture: LanePicture, tokens: Tokens) => {
  const { lanes, layout } = picture
  const days = lanes
    .flatMap((lane) => [lane.weeks[0], lane.weeks.at(-1)])
    .filter((day) => day !== undefined)
    .sort()
  const span = { min: days[0], max: days.at(-1) }
  const rows = [
    { top: 6, height: 18 },
    ...lanes.map((_, index) => ({ top: laneTop(layout, index), height: layout.laneHeight })),
  ]
  const last = rows.length - 1
  return {
    grid: rows.map((row) => ({ left: layout.left, right: 14, ...row })),
    xAxis: rows.map((_, gridIndex) => ({
      gridIndex,
      type: "time",
      ...span,
      axisLine: { show: gridIndex > 0 },
      axisLabel: { show: gridIndex === last, hideOverlap: true, formatter: picture.writeTick },
      axisPointer: { label: { show: false } },
    })),
    yAxis: rows.map((_, gridIndex) => ({
      gridIndex,
      type: "value",
      scale: true,
      show: false,
      ...(gridIndex === 0 ? { min: 0, max: 1 } : { boundaryGap: ["12%", "12%"] }),
    })),
    axisPointer: { link: [{ xAxisIndex: "all" }], lineStyle: { color: tokens.lineStrong, type: "solid" } },
    tooltip: { trigger: "axis", formatter: (points: unknown) => tooltipText(picture, points) },
    series: [
      eventSeries(picture, tokens),
      ...lanes.flatMap((lane, index) => laneSeries(picture, tokens, lane, index + 1)),
    ],
  }
}

const isDim = ({ focus, events }: LanePicture, lane: Lane): boolean => {
  if (!focus) return false
  if (focus.kind === "lane") return focus.key !== lane.key
  const event = events.find((each) => each.id === focus.key)
  return event?.lane !== undefined && event.lane !== lane.key
}

const isLit = ({ focus }: LanePicture, event: LaneEvent): boolean =>
  focus === undefined || (focus.kind === "event" ? focus.key === event.id : focus.key === event.lane)

const eventSeries = (picture: LanePicture, tokens: Tokens) => ({
  id: "events",
  type: "scatter",
  xAxisIndex: 0,
  yAxisIndex: 0,
  symbol: "diamond",
  symbolSize: 11,
  cursor: "pointer",
  data: picture.events.map((event) => ({
    name: event.id,
    value: [event.on, 0.5],
    itemStyle: { color: tokens.accentMark, opacity: isLit(picture, event) ? 1 : 0.25 },
  })),
})

/** The actual line, the promised level dashed, the change with its band, and a hairline for each event. */
const laneSeries = (picture: LanePicture, tokens: Tokens, lane: Lane, axis: number) => {
  const { change } = lane
  const opacity = isDim(picture, lane) ? 0.28 : 1
  const color = picture.isOurs(lane) ? tokens.ours : tokens.theirs
  const at = { type: "line", xAxisIndex: axis, yAxisIndex: axis, silent: true } as const
  const hairlines = picture.events
    .filter((event) => event.lane === undefined || event.lane === lane.key)
    .map((event) => ({
      xAxis: event.on,
      lineStyle: {
        color: tokens.accentMark,
        type: [2, 3],
        width: isLit(picture, event) && picture.focus ? 1.5 : 1,
        opacity: isLit(picture, event) ? 0.8 : 0.2,
      },
    }))
  const onset = change
    ? [{ xAxis: change.onset, lineStyle: { color: tokens.badMark, type: "solid", width: 2, opacity } }]
    : []
  return [
    {
      ...at,
      id: `${lane.key} actual`,
      name: lane.key,
      data: lane.weeks.map((week, index) => [week, lane.actual[index] ?? null]),
      lineStyle: { color, width: 1.9, opacity },
      itemStyle: { color },
      markLine: { symbol: "none", silent: true, label: { show: false }, data: [...hairlines, ...onset] },
      ...(change
        ? {
            markArea: {
              silent: true,
              itemStyle: { color: tokens.badMark, opacity: 0.16 * opacity },
              data: [[{ xAxis: change.from }, { xAxis: change.to }]],
            },
          }
        : {}),
    },
    ...(lane.promised
      ? [
          {
            ...at,
            id: `${lane.key} promised`,
            data: lane.weeks.map((week, index) => [week, lane.promised?.[index] ?? null]),
            lineStyle: { color: tokens.lineStrong, width: 1.25, type: [5, 4], opacity },
            itemStyle: { color: tokens.lineStrong },
          },
        ]
      : []),
  ]
}

type Point = { seriesId?: string; value?: [PlainDate, number | null] }

const tooltipText = ({ lanes, writeDay, writeValue }: LanePicture, given: unknown): string => {
  const points = (Array.isArray(given) ? given : [given]) as Point[]
  const day = points.find((point) => point.value)?.value?.[0]
  const lines = lanes.flatMap((lane) => {
    const value = points.find((point) => point.seriesId === `${lane.key} actual`)?.value?.[1]
    return value === null || value === undefined ? [] : [`${lane.name}: ${writeValue(value)} ${lane.unit ?? ""}`.trim()]
  })
  return [day ? writeDay(day.slice(0, 10)) : "", ...lines].join("\n")
}
