import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { declineSigning, type SignerView } from "#contract/signing"
import { FormDialog } from "#ui/FormDialog"
import { AreaField, CheckField } from "#ui/fields"

type DeclineProps = { signer: SignerView; isOneOfMany: boolean; onClose: () => void }

/** A no with its reason: everybody who had signed hears of it, and the text lies before both sides again. */
const Decline = ({ signer, isOneOfMany, onClose }: DeclineProps) => {
  const { t } = useTranslation("negotiation")
  const { form, sending } = useActForm(declineSigning, {
    initialValues: { reason: "", isShared: false },
    argsOf: ({ reason, isShared }) => ({
      params: { agreementSigner: signer.id },
      input: { reason: reason.trim(), isShared },
    }),
    done: () => t("signing.declineDone"),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("signing.declineTitle")} submit={t("signing.decline")} onClose={onClose}>
      <AreaField label={t("signing.why")} description={t("signing.declineHint")} {...form.getInputProps("reason")} />
      {isOneOfMany ? (
        <CheckField label={t("signing.isShared")} {...form.getInputProps("isShared", { type: "checkbox" })} />
      ) : null}
    </FormDialog>
  )
}

export default Decline
