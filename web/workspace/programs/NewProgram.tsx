import { useNavigate, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { type PartnershipType, partnershipTypes } from "#contract/partnerships"
import { makeProgram } from "#contract/programs"
import { programPath } from "#paths/programs"
import { FormDialog } from "#ui/FormDialog"
import { TextField } from "#ui/fields"
import { CurrencyField } from "#ui/placeFields"
import { SelectField } from "#ui/SelectField"

const forAll = "all"

/** Begins a program with one tier that asks for nothing; everything can be changed before it is published. */
export const NewProgram = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation(["programs", "marks"])
  const { slug = "" } = useParams({ strict: false })
  const navigate = useNavigate()
  const { form, sending } = useActForm<typeof makeProgram, Record<"name" | "type" | "currency", string>>(makeProgram, {
    initialValues: { name: "", type: forAll, currency: "EUR" },
    validate: { name: (text) => (text.trim() === "" ? t("programs:new.nameNeeded") : null) },
    argsOf: ({ name, type, currency }) => ({
      input: {
        ...{ name, terms: { currency, tiers: [{ key: "tier-1", name: t("programs:new.firstTier") }] } },
        ...(type === forAll ? {} : { partnershipType: type as PartnershipType }),
      },
    }),
    fieldOf: (name) => (name === "partnershipType" ? "type" : name.replace("terms.", "")),
    onDone: ({ id }) => void navigate({ to: programPath(slug, id) }),
  })
  return (
    <FormDialog {...sending} title={t("programs:new.open")} submit={t("programs:new.verb")} onClose={onClose}>
      <TextField label={t("programs:name")} data-autofocus {...form.getInputProps("name")} />
      <SelectField
        label={t("programs:type")}
        data={[
          { value: forAll, label: t("programs:allTypes") },
          ...partnershipTypes.map((each) => ({ value: each, label: t(`marks:type.${each}`) })),
        ]}
        {...form.getInputProps("type")}
      />
      <CurrencyField label={t("programs:currency")} {...form.getInputProps("currency")} />
    </FormDialog>
  )
}
