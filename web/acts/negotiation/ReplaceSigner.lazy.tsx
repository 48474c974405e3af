import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { replaceSigner, type SignerView } from "#contract/signing"
import { FormDialog } from "#ui/FormDialog"
import { AreaField, TextField } from "#ui/fields"

/** Somebody else of the same party signs instead; or the same person, at another address. */
const ReplaceSigner = ({ signer, onClose }: { signer: SignerView; onClose: () => void }) => {
  const { t } = useTranslation("negotiation")
  const { form, sending } = useActForm(replaceSigner, {
    initialValues: { name: "", email: "", reason: "" },
    argsOf: ({ name, email, reason }) => ({
      params: { agreementSigner: signer.id },
      input: { name: name.trim(), email: email.trim(), reason: reason.trim() },
    }),
    done: () => t("signing.replaceDone"),
    onDone: onClose,
  })
  const title = t("signing.replaceTitle", { name: signer.name })
  return (
    <FormDialog {...sending} title={title} submit={t("signing.replace")} onClose={onClose}>
      <TextField label={t("signing.name")} maxLength={200} {...form.getInputProps("name")} />
      <TextField
        label={t("signing.email")}
        description={t("signing.emailHint")}
        type="email"
        maxLength={254}
        {...form.getInputProps("email")}
      />
      <AreaField label={t("signing.why")} {...form.getInputProps("reason")} />
    </FormDialog>
  )
}

export default ReplaceSigner
