import { Radio, Stack } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { PreviewForHost } from "#contract/imports"
import { Panel } from "#ui/Panel"
import { useFormat } from "#ui/text"

type Question = PreviewForHost["questions"][number]
type QuestionsProps = { preview: PreviewForHost; onAnswer: (decided: Record<string, unknown>) => void }

/** Columns that can be read in several ways: nothing is guessed, the examples say what each answer would mean. */
export const Questions = ({ preview, onAnswer }: QuestionsProps) => {
  const { t } = useTranslation("imports")
  const choiceText = useChoiceText()
  if (preview.questions.length === 0) return null
  const formats = (preview.options["formats"] ?? {}) as Record<string, Record<string, string>>
  return (
    <Panel title={t("questions.title")} hint={t("questions.text")}>
      <Stack>
        {preview.questions.map((question) => (
          <Radio.Group
            key={`${question.column} ${question.kind}`}
            label={t(`questions.${question.kind}`, { header: preview.columns[question.column]?.header ?? "" })}
            description={question.examples.join(" · ")}
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
              {question.choices.map((choice) => (
                <Radio key={choice.format} value={choice.format} label={choiceText(question, choice)} />
              ))}
            </Stack>
          </Radio.Group>
        ))}
      </Stack>
    </Panel>
  )
}

/** "Day first: 03/04/2026 is 3 Apr 2026". */
const useChoiceText = () => {
  const { t } = useTranslation("imports")
  const format = useFormat()
  return ({ kind, examples, suggested }: Question, choice: Question["choices"][number]) => {
    const text = t("questions.means", {
      format:
        kind === "date-order" ? t(`order.${choice.format as "dmy"}`) : t(`decimalMark.${choice.format as "point"}`),
      example: examples[0] ?? "",
      means: kind === "date-order" ? format.date(choice.means) : format.number(Number(choice.means), 6),
    })
    return suggested === choice.format ? t("questions.asElsewhere", { choice: text }) : text
  }
}
