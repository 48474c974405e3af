import { useTranslation } from "react-i18next"
import { OwnerField } from "#acts/OwnerField"
import { useActForm } from "#client/useActForm"
import { askDiligence } from "#contract/diligence"
import { type PartnershipType, partnershipTypes } from "#contract/partnerships"
import { languageOf } from "#core/languages"
import { FormDialog } from "#ui/FormDialog"
import { SelectField } from "#ui/SelectField"

type AskProps = { organizationId: string; type?: PartnershipType | undefined; onClose: () => void }

/** Asks for everything on the list of a type that the company was not asked for yet. */
export const AskDiligence = ({ organizationId, type = "reseller", onClose }: AskProps) => {
  const { t, i18n } = useTranslation(["diligence", "marks"])
  const { form, sending } = useActForm(askDiligence, {
    initialValues: { type: type as string, ownerId: "" },
    argsOf: ({ type: chosen, ownerId }) => ({
      params: { organization: organizationId },
      input: {
        ...{ type: chosen as PartnershipType, language: languageOf(i18n.language) },
        ...(ownerId ? { ownerId } : {}),
      },
    }),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("ask.open")} submit={t("ask.verb")} onClose={onClose}>
      <SelectField
        label={t("ask.type")}
        description={t("ask.hint")}
        data={partnershipTypes.map((value) => ({ value, label: t(`marks:type.${value}`) }))}
        {...form.getInputProps("type")}
      />
      <OwnerField label={t("owner")} description={t("ownerHint")} {...form.getInputProps("ownerId")} />
    </FormDialog>
  )
}
