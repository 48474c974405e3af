import { useNavigate, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { type PartnershipType, partnershipTypes } from "#contract/partnerships"
import { getReadyProfile, makeProfile } from "#contract/recruitment"
import { languageOf } from "#core/languages"
import { profilePath } from "#paths/recruit"
import { FormDialog } from "#ui/FormDialog"
import { TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"

/** Begins a profile with what its type is usually asked; everything can be changed before it is published. */
export const NewProfile = ({ onClose }: { onClose: () => void }) => {
  const { t, i18n } = useTranslation(["recruit", "marks"])
  const { slug = "" } = useParams({ strict: false })
  const navigate = useNavigate()
  const { form, sending } = useActForm<typeof makeProfile, Record<"name" | "region" | "type", string>>(makeProfile, {
    initialValues: { name: "", region: "", type: "reseller" },
    validate: { name: (text) => (text.trim() === "" ? t("recruit:profiles.nameNeeded") : null) },
    argsOf: ({ name, region, type }) => ({
      input: {
        ...{ name, partnershipType: type as PartnershipType, criteria: ready.data?.criteria ?? [] },
        ...(region.trim() === "" ? {} : { region }),
      },
    }),
    fieldOf: (name) => (name === "partnershipType" ? "type" : name),
    onDone: ({ id }) => void navigate({ to: profilePath(slug, id) }),
  })
  const type = form.values.type as PartnershipType
  const ready = useEndpoint(getReadyProfile, { params: { type }, query: { language: languageOf(i18n.language) } })
  return (
    <FormDialog {...sending} title={t("recruit:profiles.new")} submit={t("recruit:profiles.make")} onClose={onClose}>
      <TextField label={t("recruit:name")} data-autofocus {...form.getInputProps("name")} />
      <SelectField
        label={t("recruit:type")}
        description={ready.data && t("recruit:profiles.ready", { count: ready.data.criteria.length })}
        data={partnershipTypes.map((each) => ({ value: each, label: t(`marks:type.${each}`) }))}
        {...form.getInputProps("type")}
      />
      <TextField label={t("recruit:region")} {...form.getInputProps("region")} />
    </FormDialog>
  )
}
