import { Button, SimpleGrid, Stack } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { editProgram, mostTiers, type Program, rhythms } from "#contract/programs"
import { Form } from "#ui/Form"
import { CheckField, TextField } from "#ui/fields"
import { CurrencyField } from "#ui/placeFields"
import { SelectField } from "#ui/SelectField"
import { TierFields } from "./TierFields.tsx"
import { anotherTier, isNumber, termsOf, typedOf, type Values } from "./typed.ts"

/** What is being written of a program; whoever may not change it reads it here. */
export const EditTerms = ({ program }: { program: Program }) => {
  const { t } = useTranslation("programs")
  const needed = (text: string) => (text.trim() === "" ? t("needed") : null)
  const { form, sending } = useActForm<typeof editProgram, Values>(editProgram, {
    initialValues: typedOf(program.name, program.draft),
    validate: {
      name: needed,
      graceDays: (text) => (isNumber(text) ? null : t("numberNeeded")),
      appeals: {
        days: (text: string) => (isNumber(text) ? null : t("numberNeeded")),
        keptDays: (text: string) => (isNumber(text) && Number(text) >= 1 ? null : t("appeals.keptNeeded")),
      },
      tiers: {
        name: needed,
        discount: (text: string) => (text.trim() === "" || isNumber(text) ? null : t("numberNeeded")),
      },
    },
    argsOf: (values) => ({
      params: { program: program.id },
      input: {
        ...{ name: values.name, terms: termsOf(values), rates: program.rates },
        ...(program.partnershipType === null ? {} : { partnershipType: program.partnershipType }),
      },
      ifMatch: program.version,
    }),
    fieldOf: (name) => name.replace("terms.", ""),
    done: () => t("saved"),
  })
  const reason = reasonOf(program.abilities.edit)
  const locked = { disabledReason: reason }
  const { tiers } = form.values
  return (
    <Form {...sending} submit={t("save")} disabledReason={reason}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField label={t("name")} {...locked} {...form.getInputProps("name")} />
        <CurrencyField label={t("currency")} {...locked} {...form.getInputProps("currency")} />
        <SelectField
          label={t("rhythm.label")}
          data={rhythms.map((value) => ({ value, label: t(`rhythm.${value}`) }))}
          {...locked}
          {...form.getInputProps("rhythm")}
        />
        <TextField
          label={t("graceDays")}
          description={t("graceHint")}
          inputMode="numeric"
          {...locked}
          {...form.getInputProps("graceDays")}
        />
        <TextField
          label={t("appeals.days")}
          description={t("appeals.daysHint")}
          inputMode="numeric"
          {...locked}
          {...form.getInputProps("appeals.days")}
        />
        <TextField
          label={t("appeals.keptDays")}
          inputMode="numeric"
          {...locked}
          {...form.getInputProps("appeals.keptDays")}
        />
      </SimpleGrid>
      <CheckField
        label={t("appeals.keeps")}
        {...locked}
        {...form.getInputProps("appeals.keeps", { type: "checkbox" })}
      />
      <Stack gap="sm">
        {tiers.map((tier, place) => (
          <TierFields key={tier.key} {...{ form, place, reason }} />
        ))}
      </Stack>
      {reason === undefined && tiers.length < mostTiers ? (
        <Button
          variant="default"
          onClick={() => form.insertListItem("tiers", anotherTier(tiers))}
          style={{ alignSelf: "flex-start" }}
        >
          {t("addTier")}
        </Button>
      ) : null}
    </Form>
  )
}
