import { Radio, Stack } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { PreviewForHost } from "#contract/imports"
import { Panel } from "#ui/Panel"

type EncodingChoiceProps = { preview: PreviewForHost; onChoose: (answers: Record<string, string>) => void }

const key = "encoding-uncertain:"

/** The doubtful lines of a text in each encoding that fits: whoever knows the names sees at once which is right. */
export const EncodingChoice = ({ preview, onChoose }: EncodingChoiceProps) => {
  const { t } = useTranslation("imports")
  if (preview.encodings.length === 0) return null
  const answers = preview.options["answers"] as Record<string, string> | undefined
  return (
    <Panel title={t("encodings.title")} hint={t("encodings.text")}>
      <Radio.Group
        aria-label={t("encodings.title")}
        value={answers?.[key] ?? ""}
        onChange={(encoding) => onChoose({ ...answers, [key]: encoding })}
      >
        <Stack gap="xs">
          {preview.encodings.map(({ name, lines }) => (
            <Radio key={name} value={name} label={name} description={lines.map(({ text }) => text).join(" · ")} />
          ))}
        </Stack>
      </Radio.Group>
    </Panel>
  )
}
