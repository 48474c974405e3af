import { useCallback, useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { PlainDate } from "#core/time"
import { Chart } from "#ui/Chart"
import { useFormat } from "#ui/text"
import type { Tokens } from "#ui/tokens"

/** One point of an objective: the target at that day, and what was reached; null where it is not known. */
export type RampPoint = Readonly<{ on: PlainDate; target: number; actual: number | null }>

type RampCurveProps = {
  /** The objective as a sentence: "Joint revenue 2026: 410 of 620 thousand euros by today". */
  label: string
  points: readonly RampPoint[]
  /** The day up to which `actual` is known. */
  asOf: PlainDate
  /** How values are written; plain numbers otherwise. */
  write?: (value: number) => string
  /** What was promised stands still between its steps. */
  isStepped?: boolean
  height?: number
}

/** What was promised as a dashed ramp, what was reached as a line, and the gap between them on the day. */
export const RampCurve = ({ label, points, asOf, write, isStepped = false, height = 220 }: RampCurveProps) => {
  const { t, i18n } = useTranslation("marks")
  const format = useFormat()
  const target = t("ramp.target")
  const actual = t("ramp.actual")
  // biome-ignore lint/correctness/useExhaustiveDependencies: `format` follows the language
  const option = useCallback(
    (tokens: Tokens) => {
      const value = write ?? format.number
      const known = points.filter((each) => each.actual !== null)
      const now = known.at(-1)
      return {
        grid: { left: 8, right: 20, top: 34, bottom: 4, containLabel: true },
        legend: { left: 0, top: 0, data: [actual, target] },
        tooltip: {
          trigger: "axis",
          formatter: (shown: unknown) => {
            const [first] = Array.isArray(shown) ? shown : [shown]
            const point = points.find((each) => each.on === (first as { value: [PlainDate] }).value[0])
            if (!point) return ""
            const reached = point.actual === null ? "–" : value(point.actual)
            return [format.date(point.on), `${actual}: ${reached}`, `${target}: ${value(point.target)}`].join("\n")
          },
        },
        xAxis: { type: "time", axisLabel: { hideOverlap: true, formatter: format.tick } },
        yAxis: { type: "value", splitNumber: 3, axisLabel: { formatter: value } },
        series: [
          {
            name: target,
            type: "line",
            step: isStepped ? "end" : false,
            data: points.map((each) => [each.on, each.target]),
            lineStyle: { type: [5, 4], color: tokens.lineStrong, width: 1.5 },
            itemStyle: { color: tokens.lineStrong },
          },
          {
            name: actual,
            type: "line",
            data: known.map((each) => [each.on, each.actual]),
            lineStyle: { color: tokens.ours, width: 2.25 },
            itemStyle: { color: tokens.ours },
            areaStyle: { color: tokens.ours, opacity: 0.08 },
            markLine: now
              ? {
                  symbol: "none",
                  silent: true,
                  label: { show: false },
                  lineStyle: {
                    color: now.actual !== null && now.actual < now.target ? tokens.badMark : tokens.goodMark,
                    type: "solid",
                    width: 1.5,
                  },
                  data: [[{ coord: [now.on, now.actual] }, { coord: [now.on, now.target] }]],
                }
              : undefined,
          },
        ],
      }
    },
    [points, write, isStepped, target, actual, i18n.language],
  )
  const table = useMemo(
    () => ({
      columns: [t("day"), target, actual],
      rows: points
        .filter((each) => each.on <= asOf || each.actual !== null || each === points.at(-1))
        .map((each) => [each.on, each.target, each.actual]),
    }),
    [points, asOf, t, target, actual],
  )
  return <Chart label={label} option={option} table={table} height={height} />
}
