import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { removeSigner, type SignerView } from "#contract/signing"
import { FormDialog } from "#ui/FormDialog"
import { AreaField } from "#ui/fields"

/** Lets one of several signers of a party go. */
const RemoveSigner = ({ signer, onClose }: { signer: SignerView; onClose: () => void }) => {
  const { t } = useTranslation("negotiation")
  const { form, sending } = useActForm(removeSigner, {
    initialValues: { reason: "" },
    argsOf: ({ reason }) => ({ params: { agreementSigner: signer.id }, input: { reason: reason.trim() } }),
    done: () => t("signing.removeDone", { name: signer.name }),
    onDone: onClose,
  })
  const title = t("signing.removeTitle", { name: signer.name })
  return (
    <FormDialog {...sending} title={title} submit={t("signing.remove")} onClose={onClose}>
      <AreaField label={t("signing.why")} {...form.getInputProps("reason")} />
    </FormDialog>
  )
}

export default RemoveSigner
