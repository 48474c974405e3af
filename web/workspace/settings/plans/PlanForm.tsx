import { Button, Stack } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { useActForm } from "#client/useActForm"
import type { createPlanTemplate, editPlanTemplate } from "#contract/tasks"
import { Form } from "#ui/Form"
import { AreaField, TextField } from "#ui/fields"
import { Panel } from "#ui/Panel"
import { type DraftStep, emptyStep, freeKey, type PlanValues, withoutStep } from "./draft.ts"
import { StepFields } from "./StepFields.tsx"

type PlanFormProps = Pick<
  ReturnType<typeof useActForm<typeof createPlanTemplate | typeof editPlanTemplate, PlanValues>>,
  "form" | "sending"
> & { submit: string; disabledReason?: string | undefined }

/** A plan as it is written: its name, and its steps in their order. */
export const PlanForm = ({ form, sending, submit, disabledReason }: PlanFormProps) => {
  const { t } = useTranslation("tasks")
  const { steps } = form.values
  const [added, setAdded] = useState<string>()
  const setSteps = (next: DraftStep[]) => form.setFieldValue("steps", next)
  const move = (from: number, to: number) => {
    const next = [...steps]
    const [step] = next.splice(from, 1)
    if (step) next.splice(to, 0, step)
    setSteps(next)
  }
  const add = () => {
    const key = freeKey(steps)
    setSteps([...steps, emptyStep(key)])
    setAdded(key)
  }
  return (
    <Panel title={t("templates.steps")}>
      <Form {...sending} submit={submit} disabledReason={disabledReason}>
        <TextField label={t("templates.name")} maxLength={120} {...form.getInputProps("name")} />
        <AreaField label={t("templates.description")} minRows={2} {...form.getInputProps("description")} />
        <Stack gap="md">
          {steps.map((step, at) => (
            <StepFields
              key={step.key}
              form={form}
              at={at}
              isNew={step.key === added}
              onUp={at > 0 ? () => move(at, at - 1) : undefined}
              onDown={at < steps.length - 1 ? () => move(at, at + 1) : undefined}
              onRemove={steps.length > 1 ? () => setSteps(withoutStep(steps, step.key)) : undefined}
            />
          ))}
        </Stack>
        {steps.length < 100 ? (
          <Button variant="default" w="fit-content" onClick={add}>
            {t("templates.add")}
          </Button>
        ) : null}
      </Form>
    </Panel>
  )
}

/** What is wrong with a plan before it is sent, as Mantine's form asks. */
export const useChecks = () => {
  const { t } = useTranslation("tasks")
  return {
    name: (name: string) => (name.trim() === "" ? t("templates.nameNeeded") : null),
    steps: {
      title: (title: string) => (title.trim() === "" ? t("form.titleNeeded") : null),
      count: (count: number | string) =>
        Number.isInteger(count) && Number(count) >= 0 && Number(count) <= 999 ? null : t("form.countNeeded"),
      resources: {
        name: (name: string) => (name.trim() === "" ? t("templates.resourceNameNeeded") : null),
        link: (link: string) => (/^https?:\/\/\S+\.\S+/.test(link) ? null : t("finish.linkExpected")),
      },
    },
  }
}
