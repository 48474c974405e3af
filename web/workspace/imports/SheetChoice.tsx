import { Radio, Stack } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { PreviewForHost } from "#contract/imports"
import { Panel } from "#ui/Panel"
import { useFormat } from "#ui/text"

type Sheet = PreviewForHost["sheets"][number]
type SheetChoiceProps = { preview: PreviewForHost; onChoose: (sheet: string) => void }

/** The sheets of a workbook, each with what it holds: the likeliest is proposed, any other can be chosen. */
export const SheetChoice = ({ preview, onChoose }: SheetChoiceProps) => {
  const { t } = useTranslation("imports")
  const holds = useHolds()
  if (preview.sheets.length < 2) return null
  return (
    <Panel title={t("sheets.title")} hint={t("sheets.text")}>
      <Radio.Group aria-label={t("sheets.title")} value={preview.sheet ?? ""} onChange={onChoose}>
        <Stack gap="xs">
          {preview.sheets.map((sheet) => (
            <Radio
              key={sheet.name}
              value={sheet.name}
              label={sheet.name}
              description={holds(sheet)}
              disabled={sheet.first.length === 0 && sheet.rows !== null}
            />
          ))}
        </Stack>
      </Radio.Group>
    </Panel>
  )
}

/** "120 rows, 3 columns: partner, date, activity". */
const useHolds = () => {
  const { t } = useTranslation("imports")
  const format = useFormat()
  return ({ rows, columns, first, isHidden }: Sheet): string => {
    if (rows === null && first.length === 0) return t("sheets.unseen")
    if (first.length === 0) return t("sheets.empty")
    const size =
      rows === null
        ? t("sheets.columns", { count: columns })
        : t("sheets.rows", { count: rows, rows: format.number(rows) })
    const shown = isHidden ? t("sheets.hidden", { size }) : size
    return `${shown}: ${format.commas(first.filter((cell) => cell.trim() !== ""))}`
  }
}
