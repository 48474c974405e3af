import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { addToConflictList, type ListedKind, listedKinds } from "#contract/recruitment"
import { FormDialog } from "#ui/FormDialog"
import { AreaField, TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"
import { useFormat } from "#ui/text"
import { companiesIn } from "./companiesIn.ts"

/** A company a line, with its web domain where it is known: as it is copied from a spreadsheet. */
export const AddToConflictList = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation("recruit")
  const format = useFormat()
  const { form, sending } = useActForm(addToConflictList, {
    initialValues: { kind: "competitor" as string, companies: "", note: "" },
    validate: { companies: (text) => (companiesIn(text).length === 0 ? t("add.companyNeeded") : null) },
    argsOf: ({ kind, companies, note }) => ({
      input: {
        ...{ kind: kind as ListedKind, companies: companiesIn(companies) },
        ...(note.trim() === "" ? {} : { note }),
      },
    }),
    fieldOf: (name) => name.split(".")[0] ?? name,
    done: ({ added, known }) =>
      [
        t("conflictList.added", { count: added }),
        ...(known.length === 0 ? [] : [t("conflictList.known", { names: format.list(known) })]),
      ].join(" "),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("conflictList.add")} submit={t("add.verb")} onClose={onClose}>
      <SelectField
        label={t("conflictList.kind")}
        data={listedKinds.map((value) => ({ value, label: t(`conflictList.kinds.${value}`) }))}
        {...form.getInputProps("kind")}
      />
      <AreaField
        label={t("conflictList.companies")}
        description={t("conflictList.companiesHint")}
        data-autofocus
        {...form.getInputProps("companies")}
      />
      <TextField label={t("why")} {...form.getInputProps("note")} />
    </FormDialog>
  )
}
