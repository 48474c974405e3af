import { Text } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { FileField, useFileToSend } from "#acts/FileField"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { type FileView, getFile } from "#contract/files"
import { previewWordFile, takeInWordFile } from "#contract/negotiation"
import { FormDialog } from "#ui/FormDialog"
import { AreaField } from "#ui/fields"
import { Loaded } from "#ui/states"
import classes from "./negotiation.module.css"
import { WordPreview } from "./WordPreview.tsx"

/** A file that came back: looked at first, by its own side alone, and then sent as proposals. */
const TakeInWord = ({ draftId, onClose }: { draftId: string; onClose: () => void }) => {
  const { t } = useTranslation("negotiation")
  const [file, setFile] = useState<string>()
  const [fault, setFault] = useState<unknown>(null)
  const subject = { kind: "agreement_draft", id: draftId }
  const fileToSend = useFileToSend(subject, { isUnsent: true })
  const { form, sending } = useActForm(takeInWordFile, {
    initialValues: { file: null as File | null, reason: "" },
    argsOf: ({ reason }) => ({
      params: { agreementDraft: draftId },
      input: { file: file ?? "", ...(reason.trim() === "" ? {} : { reason: reason.trim() }) },
    }),
    done: () => t("word.sent"),
    onDone: onClose,
  })
  const choose = async (chosen: File | null) => {
    form.setFieldValue("file", chosen)
    setFile(undefined)
    setFault(null)
    if (chosen === null) return
    try {
      setFile(await fileToSend.send(chosen))
    } catch (refused) {
      form.setFieldValue("file", null)
      setFault(refused)
    }
  }
  const checked = useEndpoint(
    getFile,
    { params: { file: file ?? "" } },
    { isEnabled: file !== undefined, refreshMs: ({ check }: FileView) => (check === "checking" ? 2_000 : false) },
  )
  const isReadable = file !== undefined && checked.data !== undefined && checked.data.check !== "checking"
  const preview = useEndpoint(
    previewWordFile,
    { params: { agreementDraft: draftId }, query: { file: file ?? "" } },
    { isEnabled: isReadable },
  )
  const found = isReadable ? preview.data : undefined
  const count = found?.items.length ?? 0
  return (
    <FormDialog
      {...sending}
      size="lg"
      title={t("word.takeIn")}
      submit={t("word.send", { count })}
      submitError={sending.submitError ?? fault}
      disabledReason={
        found === undefined ? t("word.look") : count === 0 ? t("word.nothing") : reasonOf(found.abilities.send)
      }
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t("word.hint")}
      </Text>
      <FileField
        subject={subject}
        label={t("word.file")}
        endings={["docx"]}
        share={fileToSend.share}
        {...form.getInputProps("file")}
        onChange={(chosen) => void choose(chosen)}
      />
      {checked.data?.check === "checking" ? <p className={classes.soft}>{t("word.checking")}</p> : null}
      {isReadable ? <Loaded from={preview}>{(view) => <WordPreview preview={view} />}</Loaded> : null}
      {count === 0 ? null : (
        <AreaField
          label={t("edit.reason")}
          description={t("edit.reasonHint")}
          maxLength={2_000}
          {...form.getInputProps("reason")}
        />
      )}
    </FormDialog>
  )
}

export default TakeInWord
