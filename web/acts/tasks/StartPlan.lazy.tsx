import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { CompanyField, useCompanies } from "#acts/CompanyField"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { useToday } from "#client/useToday"
import { listPlanTemplates, previewPlan, startPlan } from "#contract/tasks"
import { FormDialog } from "#ui/FormDialog"
import { DateField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"
import { SideBadge } from "#ui/SideBadge"
import { Loaded, LoadingState } from "#ui/states"
import { DateText } from "#ui/text"
import type { Subject } from "./AddTask.tsx"
import { PlanTimeline } from "./PlanTimeline.tsx"
import classes from "./tasks.module.css"

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
  const preview = useEndpoint(
    previewPlan,
    { params: { planTemplate }, query: { ...about, startsOn, ...(party ? { party } : {}) } },
    { isEnabled: isReady, keepsPrevious: true },
  )
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
        <Loaded from={preview} loading={<LoadingState rows={3} />}>
          {({ items }) => (
            <section aria-label={t("plan.preview")}>
              <Text size="sm" fw={550}>
                {t("plan.preview")}
              </Text>
              <Text size="xs" c="dimmed" mb="xs">
                {t("plan.previewHint")}
              </Text>
              <PlanTimeline
                startsOn={startsOn}
                steps={items.map(({ title, side, dueOn }, at) => ({ key: String(at), title, side, dueOn }))}
              />
              <table className={classes.preview}>
                <tbody>
                  {items.map(({ title, side, ownerName, isPrivate, dueOn }, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: two tasks of a plan may look alike
                    <tr key={at}>
                      <th scope="row">
                        {title}
                        {isPrivate ? ` (${t("plan.private")})` : ""}
                      </th>
                      <td>
                        <SideBadge side={side} />
                      </td>
                      <td>{ownerName ?? t("nobody")}</td>
                      <td>
                        <DateText on={dueOn} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )}
        </Loaded>
      ) : null}
    </FormDialog>
  )
}

export default StartPlan
