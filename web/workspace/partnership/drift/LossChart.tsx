import { useCallback, useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { DriftLoss } from "#contract/drift"
import { addDays, type PlainDate } from "#core/time"
import { Chart } from "#ui/Chart"
import { useFormat } from "#ui/text"
import type { Tokens } from "#ui/tokens"
import classes from "./fall.module.css"
import { smoothed } from "./smoothed.ts"
import { useWords } from "./useWords.ts"

type SignalLoss = DriftLoss["losses"][number]

/** Weeks drawn; the comparison itself may reach further back. */
const shownWeeks = 78

/** What was and what would have been, as means of the last four weeks, from before the onset to now. */
export const LossChart = ({ loss }: { loss: SignalLoss }) => {
  const { t, i18n } = useTranslation("drift")
  const words = useWords()
  const format = useFormat()
  const actual = t("loss.actual")
  const wouldBe = t("loss.wouldBe")
  const points = useMemo(() => pointsOf(loss), [loss])
  const name = words.signal(loss.signal)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `format` follows the language
  const option = useCallback(
    (tokens: Tokens) => ({
      grid: { left: 8, right: 20, top: 34, bottom: 4, containLabel: true },
      legend: { left: 0, top: 0, data: [actual, wouldBe] },
      tooltip: {
        trigger: "axis",
        valueFormatter: (value: unknown) => format.number(Number(value), digitsOf(Number(value))),
      },
      xAxis: { type: "time", axisLabel: { hideOverlap: true, formatter: format.tick } },
      yAxis: {
        type: "value",
        min: 0,
        splitNumber: 3,
        axisLabel: { formatter: (value: number) => format.number(value) },
      },
      series: [
        {
          name: wouldBe,
          type: "line",
          showSymbol: false,
          data: points.map(({ on, wouldBe: value }) => [on, value]),
          lineStyle: { type: [5, 4], color: tokens.lineStrong, width: 1.5 },
          itemStyle: { color: tokens.lineStrong },
        },
        {
          name: actual,
          type: "line",
          showSymbol: false,
          data: points.map(({ on, actual: value }) => [on, value]),
          lineStyle: { color: tokens.ours, width: 2.25 },
          itemStyle: { color: tokens.ours },
          markLine: {
            symbol: "none",
            silent: true,
            label: { show: false },
            lineStyle: { color: tokens.badMark, type: "solid", width: 1 },
            data: [{ xAxis: loss.since }],
          },
        },
      ],
    }),
    [points, actual, wouldBe, loss.since, i18n.language],
  )
  const table = useMemo(
    () => ({
      columns: [t("loss.week"), actual, wouldBe],
      rows: points.map((each) => [each.on, each.actual, each.wouldBe]),
    }),
    [points, t, actual, wouldBe],
  )
  const label = t("loss.chart", { name })
  return (
    <div>
      <p className={classes.caption}>{label}</p>
      <Chart label={label} option={option} table={table} height={180} />
    </div>
  )
}

type Point = Readonly<{ on: PlainDate; actual: number | null; wouldBe: number | null }>

const pointsOf = ({ firstWeek, ...loss }: SignalLoss): readonly Point[] => {
  if (firstWeek === null) return []
  const actual = smoothed(loss.actual)
  const wouldBe = smoothed(loss.wouldBe)
  return actual
    .map((value, i) => ({ on: addDays(firstWeek, 7 * i), actual: value, wouldBe: wouldBe[i] ?? null }))
    .slice(-shownWeeks)
}

const digitsOf = (value: number): number => (Math.abs(value) < 10 ? 1 : 0)
