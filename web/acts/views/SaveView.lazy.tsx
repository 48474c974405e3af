import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { saveView } from "#contract/views"
import { FormDialog } from "#ui/FormDialog"
import { CheckField, TextField } from "#ui/fields"
import { searchOf } from "./changeOf.ts"

type SaveViewProps = { place: string; view: Record<string, unknown>; onClose: () => void }

/** Gives a view of a list a name. */
const SaveView = ({ place, view, onClose }: SaveViewProps) => {
  const { t } = useTranslation(["acts", "views"])
  const { form, sending } = useActForm(saveView, {
    initialValues: { name: "", isShared: false, isPinned: false },
    validate: { name: (name) => (name.trim() === "" ? t("views:nameNeeded") : null) },
    argsOf: (input) => ({ input: { place, search: searchOf(view), ...input } }),
    done: ({ name }) => t("views:saved", { name }),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("views.save")} submit={t("views.save")} onClose={onClose}>
      <TextField label={t("views:name")} data-autofocus {...form.getInputProps("name")} />
      <CheckField label={t("views:pin")} {...form.getInputProps("isPinned", { type: "checkbox" })} />
      <CheckField label={t("views:share")} {...form.getInputProps("isShared", { type: "checkbox" })} />
    </FormDialog>
  )
}

export default SaveView
