import { ActionIcon, Skeleton } from "@mantine/core"
import { IconChartLine, IconDownload, IconTable } from "@tabler/icons-react"
import { type ReactNode, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import classes from "./Chart.module.css"
import type { ChartTable } from "./chart/ChartTable.ts"
import { ChartTableView } from "./chart/ChartTableView.tsx"
import type { ECharts, EChartsCoreOption } from "./chart/engine.ts"
import { useChart } from "./chart/useChart.ts"
import { useTokens } from "./chart/useTokens.ts"
import { blobOfDataUrl, csvOf, download } from "./files.tsx"
import { Menu, MenuItem } from "./Menu.tsx"
import type { Tokens } from "./tokens.tsx"

export type { ChartTable } from "./chart/ChartTable.ts"

type ChartProps = {
  /** What the picture shows, as one sentence; it is all that some readers get before the table. */
  label: string
  /** ECharts' option from the tokens of the current theme. Memoise it: a new function draws anew. */
  option: (tokens: Tokens) => EChartsCoreOption
  table: ChartTable
  height: number
  /** Real text laid over or beside the canvas. */
  overlay?: ReactNode
  /** For hover linking and clicks; called once per drawn instance. */
  onReady?: (chart: ECharts) => void
}

/** One picture: themed, lazy, exportable (PNG, SVG, CSV), with its table one button away. */
export const Chart = ({ label, option, table, height, overlay, onReady }: ChartProps) => {
  const { t } = useTranslation("ui")
  const [isTable, setTable] = useState(false)
  const tokens = useTokens()
  const box = useRef<HTMLDivElement>(null)
  const { chart, isReady, renderSvg } = useChart(box, option, tokens, !isTable, onReady)
  const name = label.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60)

  const savePng = () => {
    const url = chart()?.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: tokens.surface })
    if (url) download(`${name}.png`, blobOfDataUrl(url))
  }
  const saveSvg = async () => download(`${name}.svg`, new Blob([await renderSvg()], { type: "image/svg+xml" }))

  return (
    <figure className={classes.figure}>
      <div className={classes.tools}>
        <ActionIcon
          size="md"
          aria-pressed={isTable}
          aria-label={t(isTable ? "chart.picture" : "chart.table")}
          title={t(isTable ? "chart.picture" : "chart.table")}
          onClick={() => setTable(!isTable)}
        >
          {isTable ? <IconChartLine size={15} /> : <IconTable size={15} />}
        </ActionIcon>
        <Menu
          target={
            <ActionIcon size="md" aria-label={t("chart.download")} title={t("chart.download")}>
              <IconDownload size={15} />
            </ActionIcon>
          }
        >
          {isTable ? null : <MenuItem onClick={savePng}>PNG</MenuItem>}
          {isTable ? null : <MenuItem onClick={() => void saveSvg()}>SVG</MenuItem>}
          <MenuItem onClick={() => download(`${name}.csv`, csvOf([table.columns, ...table.rows]))}>CSV</MenuItem>
        </Menu>
      </div>
      {isTable ? (
        <ChartTableView label={label} table={table} maxHeight={Math.max(height, 240)} />
      ) : (
        <div className={classes.stage} style={{ height }}>
          {isReady ? null : <Skeleton className={classes.waiting} height={height} radius="md" />}
          <div ref={box} className={classes.canvas} role="img" aria-label={label} />
          {overlay}
        </div>
      )}
    </figure>
  )
}
