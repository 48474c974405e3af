import { Skeleton } from "@mantine/core"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import classes from "./Chart.module.css"
import type { ChartTable } from "./chart/ChartTable.ts"
import type { ECharts, EChartsCoreOption } from "./chart/engine.ts"
import { useChart } from "./chart/useChart.ts"
import { Figure } from "./Figure.tsx"
import { blobOfDataUrl } from "./files.tsx"
import type { Tokens } from "./tokens.tsx"
import { useTokens } from "./useTokens.tsx"

export type { ChartTable } from "./chart/ChartTable.ts"

type ChartProps = {
  /** What the picture shows, as one sentence; it is all that some readers get before the table. */
  label: string
  /** ECharts' option from the tokens of the current theme. Memoise it: a new function draws anew. */
  option: (tokens: Tokens) => EChartsCoreOption
  table: ChartTable
  height: number
  /** For hover linking and clicks; called once per drawn instance. */
  onReady?: (chart: ECharts) => void
}

type Drawn = { png: () => Promise<Blob>; svg: () => Promise<Blob> }

/** One picture by ECharts: themed, lazy, exportable, with its table one button away. */
export const Chart = ({ table, ...picture }: ChartProps) => {
  const drawn = useRef<Drawn>(undefined)
  const of = (form: keyof Drawn) => () => drawn.current?.[form]() ?? Promise.reject(new Error("nothing is drawn yet"))
  return (
    <Figure label={picture.label} table={table} height={picture.height} pictures={{ png: of("png"), svg: of("svg") }}>
      <Stage {...picture} onDrawn={(files) => (drawn.current = files)} />
    </Figure>
  )
}

type StageProps = Omit<ChartProps, "table"> & { onDrawn: (files: Drawn | undefined) => void }

const Stage = ({ label, option, height, onReady, onDrawn }: StageProps) => {
  const { t } = useTranslation("ui")
  const tokens = useTokens()
  const box = useRef<HTMLDivElement>(null)
  const { chart, stage, renderSvg } = useChart(box, option, tokens, onReady)
  useEffect(() => {
    onDrawn({
      png: async () =>
        blobOfDataUrl(chart()?.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: tokens.surface }) ?? ""),
      svg: async () => new Blob([await renderSvg()], { type: "image/svg+xml" }),
    })
  })
  return (
    <div className={classes.stage} style={{ height }}>
      {stage === "fetching" ? <Skeleton className={classes.waiting} height={height} radius="md" /> : null}
      {stage === "failed" ? <p className={classes.failed}>{t("chart.failed")}</p> : null}
      <div ref={box} className={classes.canvas} role="img" aria-label={label} />
    </div>
  )
}
