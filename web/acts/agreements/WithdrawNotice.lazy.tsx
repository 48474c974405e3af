import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { type AgreementView, withdrawNotice } from "#contract/agreements"
import { FormDialog } from "#ui/FormDialog"
import { AreaField } from "#ui/fields"

/** Takes a notice back, with its reason. */
const WithdrawNotice = ({ agreement: { id, title }, onClose }: { agreement: AgreementView; onClose: () => void }) => {
  const { t } = useTranslation("agreements")
  const { form, sending } = useActForm(withdrawNotice, {
    initialValues: { reason: "" },
    validate: { reason: (reason) => (reason.trim() === "" ? t("giving.withdraw.reasonExpected") : null) },
    argsOf: ({ reason }) => ({ params: { agreement: id }, input: { reason: reason.trim() } }),
    done: () => t("giving.withdraw.done", { title }),
    onDone: onClose,
  })
  return (
    <FormDialog
      {...sending}
      title={t("giving.withdraw.title", { title })}
      submit={t("giving.withdraw.open")}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t("giving.withdraw.what")}
      </Text>
      <AreaField label={t("giving.withdraw.reason")} {...form.getInputProps("reason")} />
    </FormDialog>
  )
}

export default WithdrawNotice
