import { Button, Fieldset, Group, Radio, Stack, TagsInput } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAct } from "#client/useAct"
import { useActForm } from "#client/useActForm"
import {
  type Confidence,
  type Criterion,
  confidences,
  draftAnswers,
  type Level,
  levels,
  type Panel,
  sendAnswers,
} from "#contract/recruitment"
import { FormDialog } from "#ui/FormDialog"
import { AreaField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"
import { StepAside } from "./StepAside.tsx"

type Own = NonNullable<Panel["own"]>
type AnswersProps = { own: Own; criteria: readonly Criterion[]; onClose: () => void }
type Typed = { level: string; confidence: string; note: string; links: string[] }
type Values = { answers: Record<string, Typed> }

const unanswered = ""

/** One's own answers: a sentence for each level, so that two people mean the same by it. Nobody else reads them before they are sent. */
export const Answers = ({ own, criteria, onClose }: AnswersProps) => {
  const { t } = useTranslation("recruit")
  const [isAside, setAside] = useState(false)
  const { form, sending } = useActForm<typeof sendAnswers, Values>(sendAnswers, {
    initialValues: { answers: typedOf(own, criteria) },
    argsOf: ({ answers }) => ({
      params: { assessment: own.id },
      input: { answers: answersOf(answers) },
      ifMatch: own.version,
    }),
    done: () => t("answers.sent"),
    onDone: onClose,
  })
  const keep = useAct(draftAnswers, { done: () => t("answers.kept"), onDone: onClose })
  const keepNow = () =>
    keep.mutate({
      params: { assessment: own.id },
      input: { answers: answersOf(form.getValues().answers) },
      ifMatch: own.version,
    })
  const aside = (
    <Group gap="xs">
      <Button variant="default" loading={keep.isPending} onClick={keepNow}>
        {t("answers.keep")}
      </Button>
      {own.state === "asked" ? (
        <Button variant="subtle" onClick={() => setAside(true)}>
          {t("aside.open")}
        </Button>
      ) : null}
    </Group>
  )
  if (isAside) return <StepAside own={own} onClose={onClose} />
  return (
    <FormDialog
      {...sending}
      size="lg"
      isAtSide
      title={t("answers.open")}
      submit={t("answers.send")}
      {...{ onClose, aside }}
    >
      {criteria.map((criterion) => (
        <Fieldset key={criterion.key} legend={criterion.question}>
          <Stack gap="sm">
            <Radio.Group
              aria-label={criterion.question}
              description={criterion.isKnockOut ? t("answers.knockOut") : undefined}
              {...form.getInputProps(`answers.${criterion.key}.level`)}
            >
              <Stack gap={6} mt={6}>
                {levels.map((level, place) => (
                  <Radio
                    key={level}
                    value={String(level)}
                    label={t("answers.level", { level, anchor: criterion.anchors[place] })}
                  />
                ))}
                <Radio value={unanswered} label={t("answers.unanswered")} />
              </Stack>
            </Radio.Group>
            <SelectField
              label={t("answers.confidence")}
              data={confidences.map((value) => ({ value, label: t(`confidence.${value}`) }))}
              {...form.getInputProps(`answers.${criterion.key}.confidence`)}
            />
            <AreaField label={t("answers.note")} minRows={1} {...form.getInputProps(`answers.${criterion.key}.note`)} />
            <TagsInput
              label={t("answers.links")}
              placeholder="https://"
              {...form.getInputProps(`answers.${criterion.key}.links`)}
            />
          </Stack>
        </Fieldset>
      ))}
    </FormDialog>
  )
}

const typedOf = ({ draft }: Own, criteria: readonly Criterion[]): Values["answers"] =>
  Object.fromEntries(
    criteria.map(({ key }) => {
      const {
        level = null,
        confidence = "medium",
        note = "",
        links = [],
      } = draft.find(({ criterion }) => criterion === key) ?? {}
      return [key, { level: level === null ? unanswered : String(level), confidence, note, links }]
    }),
  )

const answersOf = (answers: Values["answers"]) =>
  Object.entries(answers).map(([criterion, { level, confidence, ...said }]) => ({
    ...{ criterion, ...said, confidence: confidence as Confidence },
    level: level === unanswered ? null : (Number(level) as Level),
  }))
