import { Stack } from "@mantine/core"
import { useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { PlanTimeline } from "#acts/tasks/PlanTimeline"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { archivePlanTemplate, editPlanTemplate, getPlanTemplate, type PlanTemplate } from "#contract/tasks"
import { settingsSectionPath } from "#paths/settings"
import { ActionButton } from "#ui/ActionButton"
import { Page } from "#ui/Page"
import { Loaded } from "#ui/states"
import { draftOf, type PlanValues, stepOf } from "./draft.ts"
import { PlanForm, useChecks } from "./PlanForm.tsx"

/** A plan as it stands, to be read and written anew. */
const EditPlan = () => {
  const { planTemplate = "" } = useParams({ strict: false }) as { planTemplate?: string }
  const found = useEndpoint(getPlanTemplate, { params: { planTemplate } })
  return (
    <Loaded from={found} isPage>
      {(template) => <Shown key={template.version} template={template} />}
    </Loaded>
  )
}

const Shown = ({ template }: { template: PlanTemplate }) => {
  const { t } = useTranslation("tasks")
  const { slug = "" } = useParams({ strict: false })
  const params = { planTemplate: template.id }
  const isArchived = template.archivedAt !== null
  const reason = reasonOf(template.abilities.edit)
  const { form, sending } = useActForm<typeof editPlanTemplate, PlanValues>(editPlanTemplate, {
    initialValues: {
      name: template.name,
      description: template.description ?? "",
      steps: template.steps.map(draftOf),
    },
    validate: useChecks(),
    argsOf: ({ name, description, steps }) => ({
      params,
      ifMatch: template.version,
      input: { name, steps: steps.map(stepOf), ...(description.trim() ? { description } : {}) },
    }),
    done: ({ edition }) => t("templates.saved", { edition }),
  })
  const archive = useAct(archivePlanTemplate, {
    done: ({ archivedAt }) => t(archivedAt === null ? "templates.restoredDone" : "templates.archivedDone"),
  })
  const dayOf = new Map(template.days.map(({ key, dueOn }) => [key, dueOn]))
  return (
    <Page
      title={template.name}
      answer={t("templates.editing", { edition: template.edition })}
      back={{ to: settingsSectionPath(slug, "plans"), label: t("templates.back") }}
      width="reading"
      actions={
        <ActionButton
          variant="default"
          disabledReason={reason}
          loading={archive.isPending}
          onClick={() => archive.mutate({ params, input: { isArchived: !isArchived } })}
        >
          {t(isArchived ? "templates.restore" : "templates.archive")}
        </ActionButton>
      }
    >
      <Stack gap="lg">
        <PlanTimeline
          startsOn={template.startsOn}
          steps={template.steps.map(({ key, title, side }) => ({ key, title, side, dueOn: dayOf.get(key) ?? null }))}
        />
        <PlanForm form={form} sending={sending} submit={t("templates.save")} disabledReason={reason} />
      </Stack>
    </Page>
  )
}

export default EditPlan
