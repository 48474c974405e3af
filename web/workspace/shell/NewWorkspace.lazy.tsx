import { Modal } from "@mantine/core"
import { useForm } from "@mantine/form"
import { useTranslation } from "react-i18next"
import { fieldErrors } from "#client/problem"
import { useAct } from "#client/useAct"
import { foundWorkspace } from "#contract/workspaces"
import { homePath } from "#paths/home"
import { Form } from "#ui/Form"
import { TextField } from "#ui/fields"
import { CountryField, CurrencyField, TimeZoneField, timeZoneHere } from "#ui/placeFields"

/** Founds a further workspace and opens it: a company of one's own beside the demo, or a second one. */
const NewWorkspace = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => {
  const { t } = useTranslation("shell")
  const form = useForm({
    initialValues: {
      name: "",
      country: new Intl.Locale(navigator.language).region ?? "",
      currency: "EUR",
      timeZone: timeZoneHere,
    },
    validate: { name: (text) => (text.trim() === "" ? t("newWorkspace.nameNeeded") : null) },
  })
  const found = useAct(foundWorkspace, {
    showsProblem: false,
    // A full load, because the session says which workspaces there are.
    onDone: ({ slug }) => location.assign(homePath(slug)),
  })
  const submit = ({ country, ...more }: typeof form.values) =>
    found.mutate(
      { input: { ...more, ...(country ? { country } : {}) } },
      { onError: (problem) => form.setErrors(fieldErrors(problem)) },
    )
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t("newWorkspace.title")}
      closeButtonProps={{ "aria-label": t("newWorkspace.close") }}
    >
      <Form
        onSubmit={form.onSubmit(submit)}
        submit={t("newWorkspace.submit")}
        isSubmitting={found.isPending}
        submitError={found.error}
      >
        <TextField
          label={t("newWorkspace.name")}
          autoComplete="organization"
          data-autofocus
          {...form.getInputProps("name")}
        />
        <CountryField label={t("newWorkspace.country")} {...form.getInputProps("country")} />
        <CurrencyField label={t("newWorkspace.currency")} {...form.getInputProps("currency")} />
        <TimeZoneField label={t("newWorkspace.timeZone")} {...form.getInputProps("timeZone")} />
      </Form>
    </Modal>
  )
}

export default NewWorkspace
