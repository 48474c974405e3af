import { MultiSelect } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { listMembers } from "#contract/people"
import { askAssessors, type WholeCandidate } from "#contract/recruitment"
import { FormDialog } from "#ui/FormDialog"
import { CheckField } from "#ui/fields"

type AskProps = { candidate: WholeCandidate; onClose: () => void }

/** Asks colleagues, each to answer without seeing the others. */
export const AskAssessors = ({ candidate, onClose }: AskProps) => {
  const { t } = useTranslation("recruit")
  const members = useEndpoint(listMembers, {}).data?.items ?? []
  const { form, sending } = useActForm(askAssessors, {
    initialValues: { assessorIds: [] as string[], isNewRound: false },
    validate: { assessorIds: (ids) => (ids.length === 0 ? t("ask.needed") : null) },
    argsOf: (input) => ({ params: { candidate: candidate.id }, input }),
    done: () => t("ask.done"),
    onDone: onClose,
  })
  const known = form.values.isNewRound ? [] : candidate.asked.map(({ assessorId }) => assessorId)
  return (
    <FormDialog {...sending} title={t("ask.open")} submit={t("ask.verb")} onClose={onClose}>
      <MultiSelect
        label={t("ask.who")}
        description={t("ask.hint")}
        searchable
        data={members
          .filter(({ id, deactivatedAt }) => deactivatedAt === null && !known.includes(id))
          .map(({ id, name }) => ({ value: id, label: name }))}
        data-autofocus
        {...form.getInputProps("assessorIds")}
      />
      {candidate.asked.length > 0 ? (
        <CheckField
          label={t("ask.newRound")}
          description={t("ask.newRoundHint")}
          {...form.getInputProps("isNewRound", { type: "checkbox" })}
        />
      ) : null}
    </FormDialog>
  )
}
