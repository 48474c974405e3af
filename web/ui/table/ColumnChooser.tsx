import { ActionIcon, Menu } from "@mantine/core"
import { IconColumns3 } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import type { Column } from "./Column.ts"

type ColumnChooserProps<Row> = {
  columns: readonly Column<Row>[]
  shown: readonly string[]
  onShown: (keys: readonly string[]) => void
}

/** Which columns are shown; the first one, which names the row, always is. */
export const ColumnChooser = <Row,>({ columns, shown, onShown }: ColumnChooserProps<Row>) => {
  const { t } = useTranslation("ui")
  const toggle = (key: string) =>
    onShown(
      columns.map((each) => each.key).filter((each) => (each === key ? !shown.includes(each) : shown.includes(each))),
    )
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={t("table.columns")} title={t("table.columns")}>
          <IconColumns3 size={16} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.slice(1).map((column) => (
          <Menu.CheckboxItem key={column.key} checked={shown.includes(column.key)} onChange={() => toggle(column.key)}>
            {column.title}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
