import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { FileField, useFileToSend } from "#acts/FileField"
import { useActForm } from "#client/useActForm"
import { useToday } from "#client/useToday"
import { type SignerView, type SigningView, signedOnPaper } from "#contract/signing"
import { FormDialog } from "#ui/FormDialog"
import { DateField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"

type PaperProps = { signer: SignerView; round: SigningView; onClose: () => void }

/** Puts down what somebody signed on paper: the scan, the day on it, and for which day it counts. */
const Paper = ({ signer: { id, name }, round: { draftId }, onClose }: PaperProps) => {
  const { t } = useTranslation("negotiation")
  const today = useToday()
  const subject = { kind: "agreement_draft", id: draftId }
  const fileToSend = useFileToSend(subject)
  const { form, sending } = useActForm(signedOnPaper, {
    initialValues: { file: null as File | null, paperOn: "", countsFor: "uploaded" as "uploaded" | "written" },
    validate: {
      file: (file) => (file === null ? t("signing.onPaper.file") : null),
      paperOn: (day) => (day === "" ? t("signing.onPaper.onExpected") : null),
    },
    argsOf: async ({ file, paperOn, countsFor }) => ({
      params: { agreementSigner: id },
      input: { fileId: file ? await fileToSend.send(file) : "", paperOn, countsFor },
    }),
    fieldOf: (field) => (field === "fileId" ? "file" : field),
    done: () => t("signing.onPaper.done", { name }),
    onDone: onClose,
  })
  return (
    <FormDialog
      {...sending}
      title={t("signing.onPaper.title", { name })}
      submit={t("signing.onPaper.send")}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t("signing.onPaper.hint")}
      </Text>
      <FileField
        subject={subject}
        label={t("signing.onPaper.file")}
        description={t("signing.onPaper.fileHint")}
        endings={["pdf"]}
        share={fileToSend.share}
        {...form.getInputProps("file")}
      />
      <DateField label={t("signing.onPaper.on")} max={today} {...form.getInputProps("paperOn")} />
      <SelectField
        label={t("signing.onPaper.counts")}
        data={(["uploaded", "written"] as const).map((value) => ({ value, label: t(`signing.onPaper.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps("countsFor")}
      />
    </FormDialog>
  )
}

export default Paper
