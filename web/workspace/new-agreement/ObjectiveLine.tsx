import { ActionIcon, Group, SimpleGrid, Stack } from "@mantine/core"
import type { UseFormReturnType } from "@mantine/form"
import { IconTrash } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import { OwnerField } from "#acts/OwnerField"
import type { DraftView } from "#contract/agreements"
import { TextField } from "#ui/fields"
import { NumberField } from "#ui/NumberField"
import { SelectField } from "#ui/SelectField"
import { ClauseField } from "./ClauseField.tsx"
import { type AgreementDraft, asksReading } from "./draft.ts"
import classes from "./NewAgreement.module.css"
import { PartnerPersonField } from "./PartnerPersonField.tsx"

const categories = [
  "revenue",
  "pipeline",
  "market_access",
  "technical_capability",
  "enablement",
  "customer_outcome",
] as const
const ramps = ["linear", "s_curve", "quarterly_steps"] as const

type LineProps = {
  form: UseFormReturnType<AgreementDraft>
  index: number
  partnershipId: string
  clauses: DraftView["clauses"]
}

/** One objective as a line of the form. */
export const ObjectiveLine = ({ form, index, partnershipId, clauses }: LineProps) => {
  const { t } = useTranslation("agreements")
  const goal = form.values.objectives[index]
  const at = <Name extends string>(name: Name) => form.getInputProps(`objectives.${index}.${name}`)
  if (!goal) return null
  return (
    <fieldset className={classes.line}>
      <legend className={classes.legend}>{t("line.objective", { number: index + 1 })}</legend>
      <Stack gap="xs">
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <TextField className={classes.grow} label={t("line.goal")} {...at("title")} />
          <ActionIcon
            mt={27}
            size="lg"
            aria-label={t("line.remove", { title: goal.title })}
            onClick={() => form.removeListItem("objectives", index)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
        <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="xs">
          <NumberField label={t("line.target")} min={0} thousandSeparator=" " {...at("target")} />
          <TextField label={t("line.unit")} {...at("unit")} />
          <SelectField
            label={t("line.ramp")}
            data={ramps.map((value) => ({ value, label: t(`ramp.${value}`) }))}
            {...at("ramp")}
          />
        </SimpleGrid>
        {asksReading(goal) ? (
          <SelectField
            label={t("line.reading")}
            data={(["rate", "total"] as const).map((value) => ({ value, label: t(`reading.${value}`) }))}
            {...at("reading")}
            value={goal.reading || null}
          />
        ) : null}
        <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="xs">
          <SelectField
            label={t("line.category")}
            data={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
            {...at("category")}
          />
          <TextField label={t("line.metric")} {...at("metric")} />
          <ClauseField
            form={form}
            at={`objectives.${index}`}
            clauseKey={goal.clauseKey}
            said={goal.clause}
            clauses={clauses}
          />
          <OwnerField label={t("line.hostOwner")} {...at("hostOwnerId")} />
          <PartnerPersonField label={t("line.partnerOwner")} partnershipId={partnershipId} {...at("partnerOwnerId")} />
        </SimpleGrid>
      </Stack>
    </fieldset>
  )
}
