import { Modal, SimpleGrid } from "@mantine/core"
import { useForm } from "@mantine/form"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { OwnerField } from "#acts/OwnerField"
import { fieldErrors, reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { editPartnership, type PartnershipType, partnershipTypes } from "#contract/partnerships"
import type { PartnershipForHost } from "#contract/portfolio"
import { ActionButton } from "#ui/ActionButton"
import { Form } from "#ui/Form"
import { AreaField, DateField, TextField } from "#ui/fields"
import { CurrencyField } from "#ui/placeFields"
import { SelectField } from "#ui/SelectField"

/** Opens the form for everything that a person says about a partnership. */
export const EditPartnership = ({ partnership }: { partnership: PartnershipForHost }) => {
  const { t } = useTranslation("partnership")
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ActionButton
        variant="default"
        disabledReason={reasonOf(partnership.abilities.edit, editPartnership)}
        onClick={() => setOpen(true)}
      >
        {t("edit.open")}
      </ActionButton>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t("edit.title", { name: partnership.name })}
        size="lg"
        closeButtonProps={{ "aria-label": t("close") }}
      >
        {isOpen ? <EditForm partnership={partnership} onDone={() => setOpen(false)} /> : null}
      </Modal>
    </>
  )
}

/** What was left empty is left out. */
const filled = <Values extends Record<string, string>>(values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== "")) as Partial<Values>

const EditForm = ({ partnership, onDone }: { partnership: PartnershipForHost; onDone: () => void }) => {
  const { t } = useTranslation(["partnership", "marks"])
  const { id, version, name, type, owner, region, tier, program, currency, startedOn, reason } = partnership
  const form = useForm({
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
  })
  const save = useAct(editPartnership, {
    showsProblem: false,
    onDone,
  })
  const send = ({ name, type, currency, ...more }: typeof form.values) =>
    save.mutate(
      {
        params: { partnership: id },
        input: { name, type: type as PartnershipType, currency, ...filled(more) },
        ifMatch: version,
      },
      { onError: (problem) => form.setErrors(fieldErrors(problem)) },
    )
  return (
    <Form
      onSubmit={form.onSubmit(send)}
      submit={t("partnership:edit.submit")}
      isSubmitting={save.isPending}
      submitError={save.error}
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
    </Form>
  )
}
