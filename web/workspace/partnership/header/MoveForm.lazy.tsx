import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { movePartnership, needsReason, type Stage } from "#contract/partnerships"
import type { PartnershipForHost } from "#contract/portfolio"
import { FormDialog } from "#ui/FormDialog"
import { AreaField } from "#ui/fields"

type MoveFormProps = { partnership: PartnershipForHost; to: Stage; onClose: () => void }

/** Why it moves to another stage. */
const MoveForm = ({ partnership, to, onClose }: MoveFormProps) => {
  const { t } = useTranslation(["partnership", "marks"])
  const isNeeded = needsReason.includes(to)
  const { form, sending } = useActForm(movePartnership, {
    initialValues: { reason: "" },
    validate: { reason: (text) => (isNeeded && text.trim() === "" ? t("partnership:move.reasonNeeded") : null) },
    argsOf: ({ reason }) => ({
      params: { partnership: partnership.id },
      input: { to, ...(reason.trim() ? { reason: reason.trim() } : {}) },
      ifMatch: partnership.version,
    }),
    onDone: onClose,
  })
  return (
    <FormDialog
      {...sending}
      title={t("partnership:move.title", { stage: t(`marks:stage.${to}`) })}
      submit={t("partnership:move.submit")}
      onClose={onClose}
    >
      <AreaField
        label={t(isNeeded ? "partnership:move.reason" : "partnership:move.reasonOptional")}
        description={t("partnership:move.reasonHint")}
        data-autofocus
        {...form.getInputProps("reason")}
      />
    </FormDialog>
  )
}

export default MoveForm
