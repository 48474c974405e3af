import { SimpleGrid } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { OwnerField } from "#acts/OwnerField"
import { useActForm } from "#client/useActForm"
import { editPartnership, type PartnershipType, partnershipTypes } from "#contract/partnerships"
import type { PartnershipForHost } from "#contract/portfolio"
import { FormDialog } from "#ui/FormDialog"
import { AreaField, DateField, TextField } from "#ui/fields"
import { CurrencyField } from "#ui/placeFields"
import { SelectField } from "#ui/SelectField"

/** What was left empty is left out. */
const filled = <Values extends Record<string, string>>(values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== "")) as Partial<Values>

/** Everything that a person says about a partnership. */
const EditForm = ({ partnership, onClose }: { partnership: PartnershipForHost; onClose: () => void }) => {
  const { t } = useTranslation(["partnership", "marks"])
  const { id, version, name, type, owner, region, tier, program, currency, startedOn, reason } = partnership
  const { form, sending } = useActForm(editPartnership, {
    initialValues: {
      name,
      type: type as string,
      ownerId: owner?.id ?? "",
      region: region ?? "",
      tier: tier ?? "",
      program: program ?? "",
      currency,
      startedOn: startedOn ?? "",
      reason: reason ?? "",
    },
    validate: { name: (text) => (text.trim() === "" ? t("partnership:edit.nameNeeded") : null) },
    argsOf: ({ name, type, currency, ...more }) => ({
      params: { partnership: id },
      input: { name, type: type as PartnershipType, currency, ...filled(more) },
      ifMatch: version,
    }),
    onDone: onClose,
  })
  return (
    <FormDialog
      {...sending}
      title={t("partnership:edit.title", { name: partnership.name })}
      submit={t("partnership:edit.submit")}
      size="lg"
      onClose={onClose}
    >
      <TextField label={t("partnership:edit.name")} data-autofocus {...form.getInputProps("name")} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SelectField
          label={t("partnership:edit.type")}
          data={partnershipTypes.map((each) => ({ value: each, label: t(`marks:type.${each}`) }))}
          {...form.getInputProps("type")}
        />
        <OwnerField label={t("partnership:fact.owner")} {...form.getInputProps("ownerId")} />
        <DateField label={t("partnership:fact.since")} {...form.getInputProps("startedOn")} />
        <CurrencyField label={t("partnership:edit.currency")} {...form.getInputProps("currency")} />
        <TextField label={t("partnership:edit.region")} {...form.getInputProps("region")} />
        <TextField label={t("partnership:edit.tier")} {...form.getInputProps("tier")} />
        <TextField label={t("partnership:edit.program")} {...form.getInputProps("program")} />
      </SimpleGrid>
      <AreaField label={t("partnership:fact.reason")} {...form.getInputProps("reason")} />
    </FormDialog>
  )
}

export default EditForm
