import { Button, Text } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { FileField, useFileToSend } from "#acts/FileField"
import { FileLink } from "#acts/FileLink"
import { useActForm } from "#client/useActForm"
import { useToday } from "#client/useToday"
import { type AgreementView, nameSignedFile } from "#contract/agreements"
import { FormDialog } from "#ui/FormDialog"
import { DateField } from "#ui/fields"
import classes from "./agreements.module.css"

/** The PDF that both sides signed, and where it is added. */
export const SignedFile = ({ agreement }: { agreement: AgreementView }) => {
  const { t } = useTranslation("files")
  const [isOpen, setOpen] = useState(false)
  const { signedFile, abilities } = agreement
  return (
    <div className={classes.signed}>
      {signedFile ? (
        <>
          <FileLink file={signedFile} />
          <span className={classes.facts}>{t("signed.by", { name: signedFile.uploaderName })}</span>
        </>
      ) : null}
      {abilities.nameSignedFile === true ? (
        <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
          {t(signedFile ? "signed.again" : "signed.add")}
        </Button>
      ) : null}
      {isOpen ? <AddSigned agreement={agreement} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

const AddSigned = ({ agreement: { id, signedOn }, onClose }: { agreement: AgreementView; onClose: () => void }) => {
  const { t } = useTranslation("files")
  const today = useToday()
  const subject = { kind: "agreement", id }
  const fileToSend = useFileToSend(subject)
  const { form, sending } = useActForm(nameSignedFile, {
    initialValues: { file: null as File | null, signedOn: signedOn ?? "" },
    validate: { file: (file) => (file === null ? t("field.expected") : null) },
    argsOf: async ({ file, signedOn: day }) => ({
      params: { agreement: id },
      input: { fileId: file ? await fileToSend.send(file) : "", ...(day === "" ? {} : { signedOn: day }) },
    }),
    fieldOf: (name) => (name === "fileId" ? "file" : name),
    done: () => t("signed.done"),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("signed.title")} submit={t("signed.add")} onClose={onClose}>
      <Text size="sm" c="dimmed">
        {t("signed.what")}
      </Text>
      <FileField
        subject={subject}
        label={t("signed.file")}
        description={t("signed.hint")}
        endings={["pdf"]}
        share={fileToSend.share}
        {...form.getInputProps("file")}
      />
      <DateField label={t("signed.on")} max={today} {...form.getInputProps("signedOn")} />
    </FormDialog>
  )
}
