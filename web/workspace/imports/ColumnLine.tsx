import { Select } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { PreviewForHost } from "#contract/imports"
import classes from "./lines.module.css"
import { useWords } from "./useWords.ts"

const shownValues = 3

type ColumnLineProps = {
  kind: string
  column: PreviewForHost["columns"][number]
  number: number
  fields: PreviewForHost["fields"]
  onChoose: (field: string | null) => void
}

/** One column of the file: its name, some of its values, how they are read, and the field it fills. */
export const ColumnLine = ({ kind, column, number, fields, onChoose }: ColumnLineProps) => {
  const { t } = useTranslation("imports")
  const { field, reason } = useWords(kind)
  const header = column.header || t("columns.unnamed", { number })
  return (
    <li className={classes.line}>
      <span className={classes.name}>{header}</span>
      <div>
        {column.samples.length > 0 ? (
          column.samples.slice(0, shownValues).join(" · ")
        ) : (
          <span className={classes.soft}>{t("columns.empty")}</span>
        )}
        {column.evidence.slice(0, 1).map(({ reason: code, ...params }) => (
          <p key={code} className={classes.soft}>
            {reason(code, params)}
          </p>
        ))}
      </div>
      <Select
        aria-label={t("columns.fieldOf", { header })}
        value={column.field ?? ""}
        allowDeselect={false}
        searchable
        data={[
          { value: "", label: t("columns.ignore") },
          ...fields.map(({ key, isRequired }) => ({ value: key, label: isRequired ? `${field(key)} *` : field(key) })),
        ]}
        onChange={(chosen) => onChoose(chosen || null)}
      />
    </li>
  )
}
