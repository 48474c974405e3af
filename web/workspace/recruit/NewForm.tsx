import { useNavigate, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { listProfiles, makeForm } from "#contract/recruitment"
import { languageOf } from "#core/languages"
import { formPath } from "#paths/recruit"
import { FormDialog } from "#ui/FormDialog"
import { TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"

/** Begins a form in one's own language; it is closed until somebody opens it. */
export const NewForm = ({ onClose }: { onClose: () => void }) => {
  const { t, i18n } = useTranslation("recruit")
  const { slug = "" } = useParams({ strict: false })
  const navigate = useNavigate()
  const profiles = useEndpoint(listProfiles, {}).data?.items ?? []
  const usable = profiles.filter(({ published, isRetired }) => published !== null && !isRetired)
  const { form, sending } = useActForm<typeof makeForm, Record<"title" | "profileId", string>>(makeForm, {
    initialValues: { title: "", profileId: "" },
    validate: {
      title: (text) => (text.trim() === "" ? t("forms.titleNeeded") : null),
      profileId: (id) => (id === "" ? t("profileFirst") : null),
    },
    argsOf: ({ title, profileId }) => ({
      input: { profileId, words: [{ language: languageOf(i18n.language), title, questions: [] }] },
    }),
    fieldOf: (name) => (name.startsWith("words") ? "title" : name),
    onDone: ({ id }) => void navigate({ to: formPath(slug, id) }),
  })
  return (
    <FormDialog {...sending} title={t("forms.new")} submit={t("forms.make")} onClose={onClose}>
      <TextField label={t("forms.formTitle")} data-autofocus {...form.getInputProps("title")} />
      <SelectField
        label={t("profile")}
        data={usable.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps("profileId")}
      />
    </FormDialog>
  )
}
