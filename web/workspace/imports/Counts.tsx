import { List } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useFormat } from "#ui/text"

const tables = [
  "organization",
  "partnership",
  "contact",
  "role_assignment",
  "agreement",
  "objective",
  "commitment",
  "activity",
  "measurement",
  "deal",
] as const

/** Numbers of things, by what they are. */
export const Counts = ({ counts }: { counts: Readonly<Record<string, number>> | undefined }) => {
  const { t } = useTranslation("imports")
  const format = useFormat()
  const found = tables.filter((table) => (counts?.[table] ?? 0) > 0)
  if (found.length === 0) return <p>{t("nothing")}</p>
  return (
    <List size="sm">
      {found.map((table) => (
        <List.Item key={table}>
          {t(`table.${table}`, { count: counts?.[table] ?? 0, formatted: format.number(counts?.[table] ?? 0) })}
        </List.Item>
      ))}
    </List>
  )
}
