import { Text } from "@mantine/core"
import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import { CompanyField, useCompanies } from "#acts/CompanyField"
import { PlanPreview } from "#acts/tasks/PlanPreview"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { useToday } from "#client/useToday"
import { listOnboardingPlans, startOnboarding } from "#contract/onboarding"
import { getPartnership } from "#contract/portfolio"
import { listPlanTemplates } from "#contract/tasks"
import { FormDialog } from "#ui/FormDialog"
import { DateField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"

type StartProps = { partnershipId: string; onClose: () => void }

/** The plan that is named for this type of partnership. */
const useNamed = (partnershipId: string): string | undefined => {
  const { type } = useEndpoint(getPartnership, { params: { partnership: partnershipId } }).data ?? {}
  const plans = useEndpoint(listOnboardingPlans, {}).data?.items
  const named = plans?.find((each) => each.type === type)?.plan
  return named && !named.isArchived ? named.id : undefined
}

/** Starts onboarding a partner, after showing what it will make and when each step would be due. */
const StartOnboarding = ({ partnershipId, onClose }: StartProps) => {
  const { t } = useTranslation(["onboarding", "tasks"])
  const today = useToday()
  const templates = useEndpoint(listPlanTemplates, {}).data?.items
  const named = useNamed(partnershipId)
  const companies = useCompanies(partnershipId)
  const { form, sending } = useActForm(startOnboarding, {
    initialValues: { planTemplate: "", startsOn: today, party: "" },
    validate: {
      planTemplate: (id) => (id === "" ? t("tasks:plan.templateNeeded") : null),
      startsOn: (day) => (day === "" ? t("tasks:form.dayNeeded") : null),
    },
    argsOf: ({ planTemplate, startsOn, party }) => ({
      params: { partnership: partnershipId },
      input: { planTemplate, startsOn, ...(party ? { party } : {}) },
    }),
    done: () => t("done.started"),
    onDone: onClose,
  })
  const { planTemplate, startsOn, party } = form.values
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen by hand stays
  useEffect(() => {
    if (named !== undefined && planTemplate === "") form.setFieldValue("planTemplate", named)
  }, [named])
  const isReady = planTemplate !== "" && startsOn !== "" && (companies.length < 2 || party !== "")
  const none = templates?.length === 0 ? t("start.none") : undefined
  return (
    <FormDialog
      {...sending}
      title={t("start.open")}
      submit={t("start.act")}
      size="lg"
      onClose={onClose}
      disabledReason={none}
    >
      <Text size="sm" c="dimmed">
        {none ?? t("start.what")}
      </Text>
      <SelectField
        label={t("tasks:plan.template")}
        data={(templates ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps("planTemplate")}
      />
      <DateField label={t("tasks:plan.startsOn")} {...form.getInputProps("startsOn")} />
      <CompanyField partnershipId={partnershipId} {...form.getInputProps("party")} />
      {isReady ? (
        <PlanPreview
          planTemplate={planTemplate}
          asked={{ subjectKind: "partnership", subjectId: partnershipId, startsOn, ...(party ? { party } : {}) }}
        />
      ) : null}
    </FormDialog>
  )
}

export default StartOnboarding
