import { ActionIcon, Menu } from "@mantine/core"
import { IconColumns3 } from "@tabler/icons-react"
import type { RowData } from "@tanstack/react-table"
import { useTranslation } from "react-i18next"
import type { TableModel } from "./useTableModel.tsx"

/** Which columns are shown; the first one, which names the row, always is. */
export const ColumnChooser = <R extends RowData>({ table }: { table: TableModel<R> }) => {
  const { t } = useTranslation("ui")
  return (
    <Menu closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon aria-label={t("table.columns")} title={t("table.columns")}>
          <IconColumns3 size={16} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {table
          .getAllLeafColumns()
          .filter((column) => column.getCanHide())
          .map((column) => (
            <Menu.CheckboxItem
              key={column.id}
              checked={column.getIsVisible()}
              onChange={() => column.toggleVisibility()}
            >
              {column.columnDef.header as string}
            </Menu.CheckboxItem>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}
