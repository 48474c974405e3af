import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { nameOnboardingPlan, type OnboardingPlan } from "#contract/onboarding"
import { listPlanTemplates } from "#contract/tasks"
import { FormDialog } from "#ui/FormDialog"
import { CheckField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"

/** Says by which plan partners of a type are onboarded, and whether that begins by itself. */
export const NamePlan = ({ plan, onClose }: { plan: OnboardingPlan; onClose: () => void }) => {
  const { t } = useTranslation(["onboarding", "tasks", "marks"])
  const templates = useEndpoint(listPlanTemplates, {}).data?.items ?? []
  const { type, version: ifMatch } = plan
  const { form, sending } = useActForm(nameOnboardingPlan, {
    initialValues: {
      planTemplate: plan.plan && !plan.plan.isArchived ? plan.plan.id : "",
      startsItself: plan.startsItself,
    },
    argsOf: ({ planTemplate, startsItself }) => ({
      params: { type },
      ifMatch,
      input: { planTemplate: planTemplate || null, startsItself },
    }),
    done: () => t("done.named"),
    onDone: onClose,
  })
  return (
    <FormDialog
      {...sending}
      title={t("plans.chooseFor", { type: t(`marks:type.${type}`) })}
      submit={t("plans.save")}
      onClose={onClose}
    >
      <SelectField
        label={t("tasks:plan.template")}
        data={[{ value: "", label: t("plans.no") }, ...templates.map(({ id, name }) => ({ value: id, label: name }))]}
        {...form.getInputProps("planTemplate")}
      />
      <CheckField
        label={t("plans.itself")}
        description={t("plans.itselfHint")}
        {...form.getInputProps("startsItself", { type: "checkbox" })}
      />
    </FormDialog>
  )
}
