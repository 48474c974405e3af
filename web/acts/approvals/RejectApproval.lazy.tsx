import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { type ApprovalView, answerApproval } from "#contract/approvals"
import { FormDialog } from "#ui/FormDialog"
import { AreaField } from "#ui/fields"

/** Says no, and why. */
const RejectApproval = ({ approval, onClose }: { approval: ApprovalView; onClose: () => void }) => {
  const { t } = useTranslation("approvals")
  const { id, hash, title } = approval
  const { form, sending } = useActForm(answerApproval, {
    initialValues: { reason: "" },
    validate: { reason: (reason) => (reason.trim() === "" ? t("rejecting.reasonNeeded") : null) },
    argsOf: ({ reason }) => ({ params: { approval: id }, input: { decision: "reject" as const, reason, hash } }),
    done: () => t("done.rejected", { title }),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("rejecting.title")} submit={t("reject")} onClose={onClose}>
      <Text size="sm" c="dimmed">
        {t("rejecting.what", { title })}
      </Text>
      <AreaField label={t("rejecting.reason")} data-autofocus {...form.getInputProps("reason")} />
    </FormDialog>
  )
}

export default RejectApproval
