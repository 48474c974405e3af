import { List } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useImportables } from "./useImportables.ts"

/** Numbers of things, by what they are. */
export const Counts = ({ counts = {} }: { counts: Readonly<Record<string, number>> | undefined }) => {
  const { t } = useTranslation("imports")
  const { counted } = useImportables()
  const found = Object.entries(counts).filter(([, count]) => count > 0)
  if (found.length === 0) return <p>{t("nothing")}</p>
  return (
    <List size="sm">
      {found.map(([table, count]) => (
        <List.Item key={table}>{counted(table, count)}</List.Item>
      ))}
    </List>
  )
}
