import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { recallSigning, type SigningView } from "#contract/signing"
import { FormDialog } from "#ui/FormDialog"
import { AreaField } from "#ui/fields"

/** Takes the text back from signing, with the reason that both sides read. */
const Recall = ({ round, onClose }: { round: SigningView; onClose: () => void }) => {
  const { t } = useTranslation("negotiation")
  const { form, sending } = useActForm(recallSigning, {
    initialValues: { reason: "" },
    argsOf: ({ reason }) => ({ params: { agreementSigning: round.id }, input: { reason: reason.trim() } }),
    done: () => t("signing.recallDone"),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("signing.recallTitle")} submit={t("signing.recall")} onClose={onClose}>
      <AreaField label={t("signing.why")} description={t("signing.recallHint")} {...form.getInputProps("reason")} />
    </FormDialog>
  )
}

export default Recall
