import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { type AgreementView, terminateAgreement } from "#contract/agreements"
import { FormDialog } from "#ui/FormDialog"
import { AreaField, DateField } from "#ui/fields"

/** Ends an agreement before its time: says what follows, asks for the day and the reason. */
export const TerminateAgreement = ({ agreement, onClose }: { agreement: AgreementView; onClose: () => void }) => {
  const { t } = useTranslation("agreements")
  const { startsOn, endsOn: last } = agreement
  const { form, sending } = useActForm(terminateAgreement, {
    initialValues: { endsOn: "", reason: "" },
    validate: {
      endsOn: (day) =>
        day === "" || day < startsOn || (last !== null && day > last) ? t("terminate.dayExpected") : null,
      reason: (reason) => (reason.trim() === "" ? t("terminate.reasonExpected") : null),
    },
    argsOf: (input) => ({ params: { agreement: agreement.id }, input }),
    done: ({ isInForce }) => t(isInForce ? "terminate.asked" : "terminate.done", { title: agreement.title }),
    onDone: onClose,
  })
  return (
    <FormDialog
      {...sending}
      title={t("terminate.title", { title: agreement.title })}
      submit={t("terminate.open")}
      onClose={onClose}
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
    </FormDialog>
  )
}
