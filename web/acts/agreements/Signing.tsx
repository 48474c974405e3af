import { Button } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { useToday } from "#client/useToday"
import { type AgreementView, nameSigners } from "#contract/agreements"
import { FormDialog } from "#ui/FormDialog"
import { DateField, TextField } from "#ui/fields"
import { useFormat } from "#ui/text"
import classes from "./agreements.module.css"

/** Who signed and when, or plainly that it is not on file; then it can be said. */
export const Signing = ({ agreement }: { agreement: AgreementView }) => {
  const { t } = useTranslation("agreements")
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const { signing, signedOn, hostSigner, partnerSigner, abilities } = agreement
  const unknown = t("signing.unknown")
  const by = { host: hostSigner ?? unknown, partner: partnerSigner ?? unknown }
  return (
    <p className={classes.facts}>
      {signing === "not_on_file"
        ? t("signing.notOnFile")
        : signedOn === null
          ? t("signing.undated", by)
          : t("signing.signed", { ...by, date: format.date(signedOn) })}
      {signing !== "signed" && abilities.nameSigners === true ? (
        <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
          {t("signing.say")}
        </Button>
      ) : null}
      {isOpen ? <NameSigners agreement={agreement} onClose={() => setOpen(false)} /> : null}
    </p>
  )
}

const NameSigners = ({ agreement, onClose }: { agreement: AgreementView; onClose: () => void }) => {
  const { t } = useTranslation("agreements")
  const today = useToday()
  const { id, hostSigner, partnerSigner, signedOn } = agreement
  const { form, sending } = useActForm(nameSigners, {
    initialValues: { hostSigner: hostSigner ?? "", partnerSigner: partnerSigner ?? "", signedOn: signedOn ?? "" },
    argsOf: (said) => ({
      params: { agreement: id },
      input: Object.fromEntries(
        Object.entries(said).flatMap(([key, text]) => (text.trim() === "" ? [] : [[key, text.trim()]])),
      ),
    }),
    done: () => t("signing.done"),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("signing.say")} submit={t("signing.verb")} onClose={onClose}>
      <TextField label={t("force.hostSigner")} description={t("force.hint")} {...form.getInputProps("hostSigner")} />
      <TextField label={t("force.partnerSigner")} {...form.getInputProps("partnerSigner")} />
      <DateField label={t("field.signedOn")} max={today} {...form.getInputProps("signedOn")} />
    </FormDialog>
  )
}
