import { Modal } from "@mantine/core"
import { useForm } from "@mantine/form"
import { useTranslation } from "react-i18next"
import { fieldErrors } from "#client/problem"
import { useAct } from "#client/useAct"
import { type AgreementView, editAgreement } from "#contract/agreements"
import { Form } from "#ui/Form"
import { CheckField, DateField, TextField } from "#ui/fields"
import { NumberField } from "#ui/NumberField"

/** Changes an agreement's title, dates and notice. Someone else's change in between is told, and what was typed stays. */
export const EditAgreement = ({ agreement, onClose }: { agreement: AgreementView; onClose: () => void }) => {
  const { t } = useTranslation("agreements")
  const { id, version, title, startsOn, endsOn, noticeDays, autoRenews } = agreement
  const form = useForm({
    initialValues: { title, startsOn, endsOn: endsOn ?? "", noticeDays: noticeDays ?? ("" as number | ""), autoRenews },
    validate: {
      title: (text) => (text.trim() === "" ? t("field.titleExpected") : null),
      startsOn: (day) => (day === "" ? t("field.dayExpected") : null),
      endsOn: (day, values) => (day !== "" && day < values.startsOn ? t("field.orderExpected") : null),
    },
  })
  const edit = useAct(editAgreement, {
    done: () => t("edit.done"),
    showsProblem: false,
    onDone: onClose,
  })
  const submit = form.onSubmit((values) => {
    const input = {
      title: values.title.trim(),
      startsOn: values.startsOn,
      autoRenews: values.autoRenews,
      ...(values.endsOn === "" ? {} : { endsOn: values.endsOn }),
      ...(values.noticeDays === "" ? {} : { noticeDays: values.noticeDays }),
    }
    edit.mutate(
      { params: { agreement: id }, input, ifMatch: version },
      { onError: (problem) => form.setErrors(fieldErrors(problem)) },
    )
  })
  return (
    <Modal opened onClose={onClose} title={t("edit.title")} closeButtonProps={{ "aria-label": t("close") }}>
      <Form onSubmit={submit} submit={t("edit.verb")} isSubmitting={edit.isPending} submitError={edit.error}>
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
      </Form>
    </Modal>
  )
}
