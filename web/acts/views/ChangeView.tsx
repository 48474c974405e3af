import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { editSavedView, type SavedView } from "#contract/views"
import { FormDialog } from "#ui/FormDialog"
import { CheckField, TextField } from "#ui/fields"
import { changeOf, searchOf, undoChange } from "./changeOf.ts"

type ChangeViewProps = {
  saved: SavedView
  /** What the page shows now. */
  view: Record<string, unknown>
  onClose: () => void
}

/** Another name for a view, others who see it or nobody else any more, and what it shows. What a colleague shared stays shared. */
export const ChangeView = ({ saved, view, onClose }: ChangeViewProps) => {
  const { t } = useTranslation("views")
  const { name, isShared, isOwn } = saved
  const { form, sending } = useActForm(editSavedView, {
    initialValues: { name, isShared, isReplaced: false },
    validate: { name: (name) => (name.trim() === "" ? t("nameNeeded") : null) },
    argsOf: ({ isReplaced, ...said }) =>
      changeOf(saved, { ...said, ...(isReplaced ? { search: searchOf(view) } : {}) }),
    done: (changed) => t("change.done", { name: changed.name }),
    undo: (changed) => undoChange(saved, changed),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("change.title")} submit={t("change.submit")} onClose={onClose}>
      <TextField label={t("name")} data-autofocus {...form.getInputProps("name")} />
      <CheckField label={t("change.replace")} {...form.getInputProps("isReplaced", { type: "checkbox" })} />
      {isOwn ? <CheckField label={t("share")} {...form.getInputProps("isShared", { type: "checkbox" })} /> : null}
    </FormDialog>
  )
}
