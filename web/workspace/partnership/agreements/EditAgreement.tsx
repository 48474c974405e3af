import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { type AgreementView, editAgreement } from "#contract/agreements"
import { FormDialog } from "#ui/FormDialog"
import { CheckField, DateField, TextField } from "#ui/fields"
import { NumberField } from "#ui/NumberField"

/** Changes an agreement's title, dates and notice. Someone else's change in between is told, and what was typed stays. */
export const EditAgreement = ({ agreement, onClose }: { agreement: AgreementView; onClose: () => void }) => {
  const { t } = useTranslation("agreements")
  const { id, version, title, startsOn, endsOn, noticeDays, autoRenews } = agreement
  const { form, sending } = useActForm(editAgreement, {
    initialValues: { title, startsOn, endsOn: endsOn ?? "", noticeDays: noticeDays ?? ("" as number | ""), autoRenews },
    validate: {
      title: (text) => (text.trim() === "" ? t("field.titleExpected") : null),
      startsOn: (day) => (day === "" ? t("field.dayExpected") : null),
      endsOn: (day, values) => (day !== "" && day < values.startsOn ? t("field.orderExpected") : null),
    },
    argsOf: ({ title, startsOn, autoRenews, endsOn, noticeDays }) => ({
      params: { agreement: id },
      input: {
        title: title.trim(),
        startsOn,
        autoRenews,
        ...(endsOn === "" ? {} : { endsOn }),
        ...(noticeDays === "" ? {} : { noticeDays }),
      },
      ifMatch: version,
    }),
    done: () => t("edit.done"),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("edit.title")} submit={t("edit.verb")} onClose={onClose}>
      <TextField label={t("field.title")} {...form.getInputProps("title")} />
      <DateField label={t("field.startsOn")} {...form.getInputProps("startsOn")} />
      <DateField label={t("field.endsOn")} description={t("edit.endHint")} {...form.getInputProps("endsOn")} />
      <NumberField
        label={t("field.noticeDays")}
        min={0}
        max={3650}
        allowDecimal={false}
        {...form.getInputProps("noticeDays")}
      />
      <CheckField label={t("field.autoRenews")} {...form.getInputProps("autoRenews", { type: "checkbox" })} />
    </FormDialog>
  )
}
