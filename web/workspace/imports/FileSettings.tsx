import { Group, Select } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { ImportForHost, PreviewForHost } from "#contract/imports"
import { useImportables, useImportKinds } from "./useImportables.ts"

const encodings = ["utf-8", "windows-1252", "iso-8859-15", "windows-1250", "windows-1251", "macintosh", "shift_jis"]

type FileSettingsProps = {
  run: ImportForHost
  preview: PreviewForHost
  /** What is decided anew: columns and answers belong to one kind, read in one way. */
  onRestart: (decided: Record<string, unknown>) => void
  onDecide: (decided: Record<string, unknown>) => void
}

/** What the file holds, and which encoding it is read by where there is a choice. */
export const FileSettings = ({ run, preview, onRestart, onDecide }: FileSettingsProps) => {
  const { t } = useTranslation("imports")
  const { kindName } = useImportables()
  const kinds = useImportKinds()
  const isText = preview.sheets.length === 0
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label={t("columns.kind")}
        value={run.kind}
        allowDeselect={false}
        data={[...new Set([...kinds, run.kind])].map((kind) => ({ value: kind, label: kindName(kind) }))}
        onChange={(kind) => onRestart({ ...readingOf(preview.options), kind })}
      />
      {isText && (!preview.isEncodingCertain || preview.encoding !== "utf-8") ? (
        <Select
          label={t("columns.encoding")}
          value={preview.encoding}
          allowDeselect={false}
          data={[...new Set([preview.encoding, ...encodings])]}
          onChange={(encoding) => onDecide({ encoding })}
        />
      ) : null}
    </Group>
  )
}

const readingOf = ({ sheet, encoding }: PreviewForHost["options"]) => ({
  ...(sheet !== undefined && { sheet }),
  ...(encoding !== undefined && { encoding }),
})
