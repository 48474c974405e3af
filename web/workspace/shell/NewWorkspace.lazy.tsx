import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { foundWorkspace } from "#contract/workspaces"
import { homePath } from "#paths/home"
import { FormDialog } from "#ui/FormDialog"
import { TextField } from "#ui/fields"
import { CountryField, CurrencyField, TimeZoneField, timeZoneHere } from "#ui/placeFields"

/** Founds a further workspace and opens it: a company of one's own beside the demo, or a second one. */
const NewWorkspace = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation("shell")
  const { form, sending } = useActForm(foundWorkspace, {
    initialValues: {
      name: "",
      country: new Intl.Locale(navigator.language).region ?? "",
      currency: "EUR",
      timeZone: timeZoneHere,
    },
    validate: { name: (text) => (text.trim() === "" ? t("newWorkspace.nameNeeded") : null) },
    argsOf: ({ country, ...more }) => ({ input: { ...more, ...(country ? { country } : {}) } }),
    // A full load, because the session says which workspaces there are.
    onDone: ({ slug }) => location.assign(homePath(slug)),
  })
  return (
    <FormDialog {...sending} title={t("newWorkspace.title")} submit={t("newWorkspace.submit")} onClose={onClose}>
      <TextField
        label={t("newWorkspace.name")}
        autoComplete="organization"
        data-autofocus
        {...form.getInputProps("name")}
      />
      <CountryField label={t("newWorkspace.country")} {...form.getInputProps("country")} />
      <CurrencyField label={t("newWorkspace.currency")} {...form.getInputProps("currency")} />
      <TimeZoneField label={t("newWorkspace.timeZone")} {...form.getInputProps("timeZone")} />
    </FormDialog>
  )
}

export default NewWorkspace
