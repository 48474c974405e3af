import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { answerClauseProposal } from "#contract/negotiation"
import { FormDialog } from "#ui/FormDialog"
import { AreaField } from "#ui/fields"

/** A no says why, where one wants to: the other side goes on from there. */
export const AnswerProposal = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation("negotiation")
  const { form, sending } = useActForm(answerClauseProposal, {
    initialValues: { words: "" },
    argsOf: ({ words }) => ({
      params: { clauseProposal: id },
      input: { accepts: false, ...(words.trim() === "" ? {} : { words: words.trim() }) },
    }),
    done: () => t("proposal.rejected"),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("proposal.rejectTitle")} submit={t("proposal.reject")} onClose={onClose}>
      <AreaField label={t("proposal.why")} description={t("proposal.whyHint")} {...form.getInputProps("words")} />
    </FormDialog>
  )
}
