import { ActionIcon } from "@mantine/core"
import { IconColumns3 } from "@tabler/icons-react"
import type { RowData } from "@tanstack/react-table"
import { useTranslation } from "react-i18next"
import { Menu, MenuCheck } from "#ui/Menu"
import type { TableModel } from "./useTableModel.tsx"

/** Which columns are shown; the first one, which names the row, always is. */
export const ColumnChooser = <R extends RowData>({ table }: { table: TableModel<R> }) => {
  const { t } = useTranslation("ui")
  return (
    <Menu
      closeOnItemClick={false}
      target={
        <ActionIcon aria-label={t("table.columns")} title={t("table.columns")}>
          <IconColumns3 size={16} stroke={1.7} />
        </ActionIcon>
      }
    >
      {table
        .getAllLeafColumns()
        .filter((column) => column.getCanHide())
        .map((column) => (
          <MenuCheck key={column.id} checked={column.getIsVisible()} onChange={() => column.toggleVisibility()}>
            {column.columnDef.header as string}
          </MenuCheck>
        ))}
    </Menu>
  )
}
