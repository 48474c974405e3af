import { Text } from "@mantine/core"
import { useNavigate } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { act } from "#client/act"
import { useActForm } from "#client/useActForm"
import { useToday } from "#client/useToday"
import { type DraftView, moveAgreementDraft, putInForce } from "#contract/agreements"
import { partnershipAgreementPath } from "#paths/partnership"
import { FormDialog } from "#ui/FormDialog"
import { CheckField, DateField, TextField } from "#ui/fields"

/** Who signed for each side and when: nothing comes into force without, but for what was in force before and is taken over. */
export const PutInForce = ({ draft, slug, onClose }: { draft: DraftView; slug: string; onClose: () => void }) => {
  const { t } = useTranslation("agreements")
  const navigate = useNavigate()
  const today = useToday()
  const { id, kind, state } = draft
  const needs = (isTakenOver: boolean) => kind === "change" || (kind === "first" && !isTakenOver)
  const { form, sending } = useActForm(putInForce, {
    initialValues: { hostSigner: "", partnerSigner: "", signedOn: "", takenOver: false },
    validate: {
      hostSigner: (name, { takenOver }) => (needs(takenOver) && name.trim() === "" ? t("force.signerExpected") : null),
      partnerSigner: (name, { takenOver }) =>
        needs(takenOver) && name.trim() === "" ? t("force.signerExpected") : null,
      signedOn: (day, { takenOver }) => (needs(takenOver) && day === "" ? t("field.dayExpected") : null),
    },
    argsOf: async ({ hostSigner, partnerSigner, signedOn, takenOver }) => {
      // What was reviewed on this screen by whoever puts it in force went to review with that.
      if (state === "draft")
        await act(moveAgreementDraft, { params: { agreementDraft: id }, input: { to: "in_review" } })
      return {
        params: { agreementDraft: id },
        input: {
          ...(hostSigner.trim() === "" ? {} : { hostSigner: hostSigner.trim() }),
          ...(partnerSigner.trim() === "" ? {} : { partnerSigner: partnerSigner.trim() }),
          ...(signedOn === "" ? {} : { signedOn }),
          ...(kind === "first" ? { takenOver } : {}),
        },
      }
    },
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
        </>
      )}
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
