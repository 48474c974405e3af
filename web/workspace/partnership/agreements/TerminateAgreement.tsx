import { Modal, Text } from "@mantine/core"
import { useForm } from "@mantine/form"
import { useTranslation } from "react-i18next"
import { fieldErrors } from "#client/problem"
import { useAct } from "#client/useAct"
import { type AgreementView, terminateAgreement } from "#contract/agreements"
import { Form } from "#ui/Form"
import { AreaField, DateField } from "#ui/fields"

/** Ends an agreement before its time: says what follows, asks for the day and the reason. */
export const TerminateAgreement = ({ agreement, onClose }: { agreement: AgreementView; onClose: () => void }) => {
  const { t } = useTranslation("agreements")
  const { startsOn, endsOn: last } = agreement
  const form = useForm({
    initialValues: { endsOn: "", reason: "" },
    validate: {
      endsOn: (day) =>
        day === "" || day < startsOn || (last !== null && day > last) ? t("terminate.dayExpected") : null,
      reason: (reason) => (reason.trim() === "" ? t("terminate.reasonExpected") : null),
    },
  })
  const terminate = useAct(terminateAgreement, {
    done: () => t("terminate.done", { title: agreement.title }),
    showsProblem: false,
    onDone: onClose,
  })
  const submit = form.onSubmit((input) =>
    terminate.mutate(
      { params: { agreement: agreement.id }, input },
      { onError: (problem) => form.setErrors(fieldErrors(problem)) },
    ),
  )
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("terminate.title", { title: agreement.title })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Form
        onSubmit={submit}
        submit={t("terminate.open")}
        isSubmitting={terminate.isPending}
        submitError={terminate.error}
      >
        <Text size="sm" c="dimmed">
          {t("terminate.what")}
        </Text>
        <DateField
          label={t("terminate.endsOn")}
          min={startsOn}
          {...(last === null ? {} : { max: last })}
          {...form.getInputProps("endsOn")}
        />
        <AreaField label={t("terminate.reason")} {...form.getInputProps("reason")} />
      </Form>
    </Modal>
  )
}
