import { useTranslation } from "react-i18next"
import type { PlainDate } from "#core/time"
import { useFormat } from "#ui/text"
import type { Column, Sort } from "./Column.ts"
import classes from "./table.module.css"

type OnPaperProps<Row> = { columns: readonly Column<Row>[]; sort: Sort | undefined; asOf: PlainDate | undefined }

/** A printed list says of which day it is and how it is sorted: no arrow tells whoever holds the sheet. */
export const OnPaper = <Row,>({ columns, sort, asOf }: OnPaperProps<Row>) => {
  const { t } = useTranslation("ui")
  const format = useFormat()
  const by = columns.find((column) => column.sort !== undefined && column.sort === sort?.replace(/^-/, ""))?.title
  const said = [
    ...(asOf === undefined ? [] : [t("onPaper.day", { day: format.date(asOf) })]),
    ...(by === undefined ? [] : [t(sort?.startsWith("-") ? "onPaper.sortedDown" : "onPaper.sorted", { by })]),
  ]
  return said.length === 0 ? null : <p className={classes.onPaper}>{said.join(" · ")}</p>
}
