import { Radio, Stack } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { PreviewForHost } from "#contract/imports"
import { Panel } from "#ui/Panel"

type QuestionsProps = { preview: PreviewForHost; onAnswer: (decided: Record<string, unknown>) => void }

/** Columns that can be read in two ways: nothing is guessed, the examples say what each answer would mean. */
export const Questions = ({ preview, onAnswer }: QuestionsProps) => {
  const { t } = useTranslation("imports")
  if (preview.questions.length === 0) return null
  const formats = (preview.options["formats"] ?? {}) as Record<string, Record<string, string>>
  return (
    <Panel title={t("questions.title")} hint={t("questions.text")}>
      <Stack>
        {preview.questions.map((question) => (
          <Radio.Group
            key={`${question.column} ${question.kind}`}
            label={t(`questions.${question.kind}`, { header: preview.columns[question.column]?.header ?? "" })}
            description={t("questions.examples", { examples: question.examples.join(", ") })}
            value={question.answer ?? ""}
            onChange={(format) =>
              onAnswer({
                formats: {
                  ...formats,
                  [question.column]: {
                    ...formats[question.column],
                    [question.kind === "date-order" ? "dates" : "decimals"]: format,
                  },
                },
              })
            }
          >
            <Stack gap={6} mt="xs">
              {question.choices.map(({ format, means }) => (
                <Radio
                  key={format}
                  value={format}
                  label={t("questions.means", { example: question.examples[0] ?? "", means })}
                />
              ))}
            </Stack>
          </Radio.Group>
        ))}
      </Stack>
    </Panel>
  )
}
