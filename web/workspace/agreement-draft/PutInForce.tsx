import { Text } from "@mantine/core"
import { useNavigate } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { FileField, useFileToSend } from "#acts/FileField"
import { act } from "#client/act"
import { useActForm } from "#client/useActForm"
import { useToday } from "#client/useToday"
import { type DraftView, moveAgreementDraft, putInForce } from "#contract/agreements"
import { partnershipAgreementPath } from "#paths/partnership"
import { FormDialog } from "#ui/FormDialog"
import { CheckField, DateField, TextField } from "#ui/fields"
import { useFormat } from "#ui/text"

/** Who signed for each side and when: nothing comes into force without, but for what was in force before and is taken over. */
export const PutInForce = ({ draft, slug, onClose }: { draft: DraftView; slug: string; onClose: () => void }) => {
  const { t } = useTranslation("agreements")
  const navigate = useNavigate()
  const format = useFormat()
  const today = useToday()
  const { id, kind, state } = draft
  const { validFrom, changes } = draft
  // Answers that were given between the day of the change and its signature.
  const isTimeChangedBefore =
    kind === "change" &&
    validFrom !== null &&
    validFrom < today &&
    (changes?.commitments.changed ?? []).some(({ fields }) => fields.some(({ field }) => field === "withinHours"))
  const needs = (isTakenOver: boolean) => kind === "change" || (kind === "first" && !isTakenOver)
  const subject = { kind: "agreement_draft", id }
  const fileToSend = useFileToSend(subject)
  const { form, sending } = useActForm(putInForce, {
    initialValues: {
      hostSigner: "",
      partnerSigner: "",
      signedOn: "",
      takenOver: false,
      host: false,
      partner: false,
      file: null as File | null,
    },
    validate: {
      hostSigner: (name, { takenOver }) => (needs(takenOver) && name.trim() === "" ? t("force.signerExpected") : null),
      partnerSigner: (name, { takenOver }) =>
        needs(takenOver) && name.trim() === "" ? t("force.signerExpected") : null,
      signedOn: (day, { takenOver }) => (needs(takenOver) && day === "" ? t("field.dayExpected") : null),
    },
    argsOf: async ({ hostSigner, partnerSigner, signedOn, takenOver, host, partner, file }) => {
      // What was reviewed on this screen by whoever puts it in force went to review with that.
      if (state === "draft")
        await act(moveAgreementDraft, { params: { agreementDraft: id }, input: { to: "in_review" } })
      const signedFileId = file === null || takenOver ? undefined : await fileToSend.send(file)
      return {
        params: { agreementDraft: id },
        input: {
          ...(signedFileId === undefined ? {} : { signedFileId }),
          ...(hostSigner.trim() === "" ? {} : { hostSigner: hostSigner.trim() }),
          ...(partnerSigner.trim() === "" ? {} : { partnerSigner: partnerSigner.trim() }),
          ...(signedOn === "" ? {} : { signedOn }),
          ...(kind === "first" ? { takenOver } : {}),
          ...(isTimeChangedBefore ? { backwards: { host, partner } } : {}),
        },
      }
    },
    fieldOf: (name) => (name === "signedFileId" ? "file" : name),
    done: ({ title, state: now }) => t(now === "agreed" ? "force.agreed" : "force.done", { title }),
    onDone: ({ partnershipId }) => void navigate({ to: partnershipAgreementPath(slug, partnershipId) }),
  })
  const isTakenOver = form.values.takenOver
  return (
    <FormDialog
      {...sending}
      title={t("force.title", { title: draft.title })}
      submit={t("force.open")}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t(`force.what.${kind}`)}
      </Text>
      {kind === "correction" || isTakenOver ? null : (
        <>
          <TextField
            label={t("force.hostSigner")}
            description={t("force.hint")}
            {...form.getInputProps("hostSigner")}
          />
          <TextField label={t("force.partnerSigner")} {...form.getInputProps("partnerSigner")} />
          <DateField label={t("field.signedOn")} max={today} {...form.getInputProps("signedOn")} />
          <FileField
            subject={subject}
            label={t("force.file")}
            description={t("force.fileHint")}
            endings={["pdf"]}
            share={fileToSend.share}
            {...form.getInputProps("file")}
          />
        </>
      )}
      {isTimeChangedBefore ? (
        <>
          <Text size="sm">{t("force.backwards", { from: format.date(validFrom) })}</Text>
          <CheckField label={t("force.backwardsHost")} {...form.getInputProps("host", { type: "checkbox" })} />
          <CheckField label={t("force.backwardsPartner")} {...form.getInputProps("partner", { type: "checkbox" })} />
        </>
      ) : null}
      {kind === "first" ? (
        <CheckField
          label={t("force.takenOver")}
          description={t("force.takenOverHint")}
          {...form.getInputProps("takenOver", { type: "checkbox" })}
        />
      ) : null}
    </FormDialog>
  )
}
