import { useNavigate, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { createPlanTemplate } from "#contract/tasks"
import { planPath, settingsSectionPath } from "#paths/settings"
import { Page } from "#ui/Page"
import { emptyStep, type PlanValues, stepOf } from "./draft.ts"
import { PlanForm, useChecks } from "./PlanForm.tsx"

/** Writes a plan down. */
const NewPlan = () => {
  const { t } = useTranslation("tasks")
  const { slug = "" } = useParams({ strict: false })
  const navigate = useNavigate()
  const { form, sending } = useActForm<typeof createPlanTemplate, PlanValues>(createPlanTemplate, {
    initialValues: { name: "", description: "", steps: [emptyStep("step-1")] },
    validate: useChecks(),
    argsOf: ({ name, description, steps }) => ({
      input: { name, steps: steps.map(stepOf), ...(description.trim() ? { description } : {}) },
    }),
    done: () => t("templates.made"),
    onDone: ({ id }) => void navigate({ to: planPath(slug, id) }),
  })
  return (
    <Page
      title={t("templates.create")}
      answer={t("templates.hint")}
      back={{ to: settingsSectionPath(slug, "plans"), label: t("templates.back") }}
      width="reading"
    >
      <PlanForm form={form} sending={sending} submit={t("templates.create")} />
    </Page>
  )
}

export default NewPlan
