import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { reopenCandidate, type WholeCandidate } from "#contract/recruitment"
import { FormDialog } from "#ui/FormDialog"
import { AreaField } from "#ui/fields"

type ReopenProps = { candidate: WholeCandidate; onClose: () => void }

/** Looking at it again, with a word why; what was decided stays in the record. */
export const Reopen = ({ candidate, onClose }: ReopenProps) => {
  const { t } = useTranslation("recruit")
  const { form, sending } = useActForm(reopenCandidate, {
    initialValues: { why: "" },
    validate: { why: (text) => (text.trim() === "" ? t("whyNeeded") : null) },
    argsOf: ({ why }) => ({ params: { candidate: candidate.id }, input: { why }, ifMatch: candidate.version }),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("reopen.open")} submit={t("reopen.verb")} onClose={onClose}>
      <AreaField label={t("why")} data-autofocus {...form.getInputProps("why")} />
    </FormDialog>
  )
}
