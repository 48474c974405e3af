// biome-ignore-all lint/a11y/useSemanticElements: an ARIA grid of positioned rows, because a table element cannot hold 100,000; the grid itself has the focus and the keys
// biome-ignore-all lint/a11y/useFocusableInteractive: an ARIA grid of positioned rows, because a table element cannot hold 100,000; the grid itself has the focus and the keys
import { UnstyledButton } from "@mantine/core"
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react"
import { type Column, FlexRender, type RowData } from "@tanstack/react-table"
import { memo } from "react"
import { useTranslation } from "react-i18next"
import classes from "./table.module.css"
import type { Features, TableModel } from "./useTableModel.tsx"

type HeadProps<R extends RowData> = {
  table: TableModel<R>
  /** Those shown and their order: the head is drawn again when they change, and not when rows scroll by. */
  columns: readonly Column<Features, R>[]
  sort: string | undefined
  /** Present when rows can be selected. */
  all?: { isChecked: boolean; isPartial: boolean; toggle: () => void } | undefined
}

const directions = { asc: "ascending", desc: "descending" } as const

const DrawnHead = <R extends RowData>({ table, all }: HeadProps<R>) => {
  const { t } = useTranslation("ui")
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.row}>
        {all ? (
          <div role="columnheader" className={classes.check}>
            <input
              type="checkbox"
              className={classes.box}
              tabIndex={-1}
              aria-label={t("table.selectAll")}
              checked={all.isChecked}
              ref={(box) => {
                if (box) box.indeterminate = all.isPartial
              }}
              onChange={all.toggle}
            />
          </div>
        ) : null}
        {table.getLeafHeaders().map((header) => {
          const { column } = header
          const sorted = column.getIsSorted()
          return (
            <div
              key={header.id}
              role="columnheader"
              className={classes.headCell}
              data-align={column.columnDef.meta?.align}
              aria-sort={column.getCanSort() ? (sorted ? directions[sorted] : "none") : undefined}
            >
              {column.getCanSort() ? (
                <UnstyledButton className={classes.sort} onClick={column.getToggleSortingHandler()}>
                  <FlexRender header={header} />
                  {sorted === "asc" ? <IconArrowUp size={13} aria-hidden /> : null}
                  {sorted === "desc" ? <IconArrowDown size={13} aria-hidden /> : null}
                </UnstyledButton>
              ) : (
                <FlexRender header={header} />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** The header row: stays in view, sorts when pressed. */
export const Head = memo(DrawnHead) as typeof DrawnHead
