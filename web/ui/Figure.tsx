import { ActionIcon } from "@mantine/core"
import { IconChartLine, IconDownload, IconTable } from "@tabler/icons-react"
import { type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import type { ChartTable } from "./chart/ChartTable.ts"
import { ChartTableView } from "./chart/ChartTableView.tsx"
import classes from "./Figure.module.css"
import { csvOf, download } from "./files.tsx"
import { Menu, MenuItem } from "./Menu.tsx"
import { showProblem } from "./toast.tsx"

type FigureProps = {
  /** What the picture shows, as one sentence; it is all that some readers get before the table. */
  label: string
  table: ChartTable
  height: number
  /** The picture as a file. */
  pictures: Readonly<{ png: () => Promise<Blob>; svg: () => Promise<Blob> }>
  /** The picture itself. */
  children: ReactNode
}

/** A picture with its table one button away, to take along as PNG, SVG or CSV. */
export const Figure = ({ label, table, height, pictures, children }: FigureProps) => {
  const { t } = useTranslation("ui")
  const [isTable, setTable] = useState(false)
  const name = label.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60)
  const save = (form: "png" | "svg") =>
    void pictures[form]().then((content) => download(`${name}.${form}`, content), showProblem)
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
          {isTable ? null : <MenuItem onClick={() => save("png")}>PNG</MenuItem>}
          {isTable ? null : <MenuItem onClick={() => save("svg")}>SVG</MenuItem>}
          <MenuItem onClick={() => download(`${name}.csv`, csvOf([table.columns, ...table.rows]))}>CSV</MenuItem>
        </Menu>
      </div>
      {isTable ? <ChartTableView label={label} table={table} maxHeight={Math.max(height, 240)} /> : children}
    </figure>
  )
}
