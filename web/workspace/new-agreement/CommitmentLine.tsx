import { ActionIcon, Group, SimpleGrid, Stack } from "@mantine/core"
import type { UseFormReturnType } from "@mantine/form"
import { IconTrash } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import type { useCompanies } from "#acts/CompanyField"
import type { DraftView } from "#contract/agreements"
import { CheckField, DateField, TextField } from "#ui/fields"
import { NumberField } from "#ui/NumberField"
import { SelectField } from "#ui/SelectField"
import { ClauseField } from "./ClauseField.tsx"
import { type AgreementDraft, mayBeForDeals } from "./draft.ts"
import classes from "./NewAgreement.module.css"
import { PeriodFields } from "./PeriodFields.tsx"

const measures = ["per_cadence", "within_hours", "amount_per_period", "done_by_date"] as const
const cadences = ["once", "weekly", "monthly", "quarterly", "yearly"] as const
const needs = ["any", "file", "record", "confirmation"] as const

type LineProps = {
  form: UseFormReturnType<AgreementDraft>
  index: number
  partnershipName: string
  /** Where several companies take part. */
  companies: ReturnType<typeof useCompanies>
  clauses: DraftView["clauses"]
}

/** One promise as a line of the form; only the fields its measure needs are shown. */
export const CommitmentLine = ({ form, index, partnershipName, companies, clauses }: LineProps) => {
  const { t } = useTranslation("agreements")
  const line = form.values.commitments[index]
  const at = <Name extends string>(name: Name) => form.getInputProps(`commitments.${index}.${name}`)
  if (!line) return null
  const setMeasure = (measure: string | null) => {
    form.setFieldValue(`commitments.${index}.measure`, (measure ?? "per_cadence") as typeof line.measure)
    if (measure === "done_by_date") form.setFieldValue(`commitments.${index}.cadence`, "once")
    else if (line.cadence === "once") form.setFieldValue(`commitments.${index}.cadence`, "quarterly")
  }
  const owe = (owner: string | null) => {
    const isSide = owner === "host" || owner === "partner"
    form.setFieldValue(`commitments.${index}.owedBy`, isSide ? owner : "partner")
    form.setFieldValue(`commitments.${index}.party`, isSide ? "" : (owner ?? ""))
  }
  return (
    <fieldset className={classes.line}>
      <legend className={classes.legend}>{t("line.promise", { number: index + 1 })}</legend>
      <Stack gap="xs">
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <TextField className={classes.grow} label={t("line.title")} {...at("title")} />
          <ActionIcon
            mt={27}
            size="lg"
            aria-label={t("line.remove", { title: line.title })}
            onClick={() => form.removeListItem("commitments", index)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
        <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="xs">
          <SelectField
            label={t("line.owedBy")}
            data={[
              { value: "host", label: t("line.us") },
              ...(companies.length === 0
                ? [{ value: "partner", label: partnershipName }]
                : companies.map(({ id, name }) => ({ value: id, label: name }))),
            ]}
            {...at("owedBy")}
            value={line.owedBy === "host" || companies.length === 0 ? line.owedBy : line.party || null}
            error={at("party").error ?? at("owedBy").error}
            onChange={owe}
          />
          <SelectField
            label={t("line.measure")}
            data={measures.map((value) => ({ value, label: t(`measure.${value}`) }))}
            {...at("measure")}
            onChange={setMeasure}
          />
          {line.cadence === "once" ? (
            <DateField label={t("line.dueOn")} {...at("endsOn")} />
          ) : (
            <SelectField
              label={t("line.cadence")}
              data={cadences
                .filter((value) => value !== "once")
                .map((value) => ({ value, label: t(`cadence.${value}`) }))}
              {...at("cadence")}
            />
          )}
          <SelectField
            label={t("line.evidence")}
            data={needs.map((value) => ({ value, label: t(`evidence.${value}`) }))}
            {...at("evidenceNeeded")}
          />
          {line.measure === "within_hours" ? (
            <NumberField label={t("line.hours")} min={1} {...at("withinHours")} />
          ) : null}
          {line.measure === "amount_per_period" ? (
            <>
              <NumberField label={t("line.amount")} min={0} thousandSeparator=" " {...at("amount")} />
              <TextField label={t("line.unit")} {...at("unit")} />
            </>
          ) : null}
          <NumberField label={t("line.window")} min={0} max={366} allowDecimal={false} {...at("windowDays")} />
          <ClauseField
            form={form}
            at={`commitments.${index}`}
            clauseKey={line.clauseKey}
            said={line.clause}
            clauses={clauses}
          />
        </SimpleGrid>
        <PeriodFields form={form} index={index} />
        {mayBeForDeals(line) ? (
          <CheckField
            label={t("line.answers")}
            description={t("line.answersHint")}
            {...form.getInputProps(`commitments.${index}.isForDeals`, { type: "checkbox" })}
          />
        ) : null}
      </Stack>
    </fieldset>
  )
}
