// biome-ignore-all lint/a11y/useSemanticElements: an ARIA grid of positioned rows, because a table element cannot hold 100,000; the grid itself has the focus and the keys
// biome-ignore-all lint/a11y/useFocusableInteractive: an ARIA grid of positioned rows, because a table element cannot hold 100,000; the grid itself has the focus and the keys
import { UnstyledButton } from "@mantine/core"
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import { type Column, nextSort, type Sort } from "./Column.ts"
import classes from "./table.module.css"

type HeadProps<Row> = {
  columns: readonly Column<Row>[]
  sort?: Sort | undefined
  onSort?: ((sort: Sort) => void) | undefined
  /** Present when rows can be selected. */
  all?: { isChecked: boolean; isPartial: boolean; toggle: () => void } | undefined
}

/** The header row: stays in view, sorts when pressed. */
export const Head = <Row,>({ columns, sort, onSort, all }: HeadProps<Row>) => {
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
        {columns.map((column) => {
          const direction =
            column.sort && sort === column.sort ? "ascending" : sort === `-${column.sort}` ? "descending" : undefined
          return (
            <div
              key={column.key}
              role="columnheader"
              className={classes.headCell}
              data-align={column.align}
              aria-sort={column.sort ? (direction ?? "none") : undefined}
            >
              {column.sort && onSort ? (
                <UnstyledButton className={classes.sort} onClick={() => onSort(nextSort(sort, column.sort ?? ""))}>
                  {column.title}
                  {direction === "ascending" ? <IconArrowUp size={13} aria-hidden /> : null}
                  {direction === "descending" ? <IconArrowDown size={13} aria-hidden /> : null}
                </UnstyledButton>
              ) : (
                column.title
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
