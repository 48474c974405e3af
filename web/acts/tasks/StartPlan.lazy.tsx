import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { CompanyField, useCompanies } from "#acts/CompanyField"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { useToday } from "#client/useToday"
import { listPlanTemplates, startPlan } from "#contract/tasks"
import { FormDialog } from "#ui/FormDialog"
import { DateField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"
import type { Subject } from "./AddTask.tsx"
import { PlanPreview } from "./PlanPreview.tsx"

type StartProps = { subject: Subject; partnershipId: string; onClose: () => void }

/** Starts a plan, after showing what it will make and when each would be due. */
const StartPlan = ({ subject, partnershipId, onClose }: StartProps) => {
  const { t } = useTranslation("tasks")
  const today = useToday()
  const templates = useEndpoint(listPlanTemplates, {}).data?.items
  const companies = useCompanies(partnershipId)
  const about = { subjectKind: subject.kind, subjectId: subject.id }
  const { form, sending } = useActForm(startPlan, {
    initialValues: { planTemplate: "", startsOn: today, party: "" },
    validate: {
      planTemplate: (id) => (id === "" ? t("plan.templateNeeded") : null),
      startsOn: (day) => (day === "" ? t("form.dayNeeded") : null),
    },
    argsOf: ({ planTemplate, startsOn, party }) => ({
      params: { planTemplate },
      input: { ...about, startsOn, ...(party ? { party } : {}) },
    }),
    done: () => t("done.started"),
    onDone: onClose,
  })
  const { planTemplate, startsOn, party } = form.values
  const isReady = planTemplate !== "" && startsOn !== "" && (companies.length < 2 || party !== "")
  return (
    <FormDialog
      {...sending}
      title={t("plan.start")}
      submit={t("plan.act")}
      size="lg"
      onClose={onClose}
      disabledReason={templates?.length === 0 ? t("plan.none") : undefined}
    >
      {templates?.length === 0 ? <Text c="dimmed">{t("plan.none")}</Text> : null}
      <SelectField
        label={t("plan.template")}
        data={(templates ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps("planTemplate")}
      />
      <DateField label={t("plan.startsOn")} {...form.getInputProps("startsOn")} />
      <CompanyField partnershipId={partnershipId} {...form.getInputProps("party")} />
      {isReady ? (
        <PlanPreview planTemplate={planTemplate} asked={{ ...about, startsOn, ...(party ? { party } : {}) }} />
      ) : null}
    </FormDialog>
  )
}

export default StartPlan
