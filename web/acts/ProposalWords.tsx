import { useTranslation } from "react-i18next"
import type { OccurrenceView } from "#contract/commitments"
import { useFormat } from "#ui/text"

type ProposalWordsProps = Readonly<{ proposal: NonNullable<OccurrenceView["proposal"]>; isOurs?: boolean }>

/** What is asked of the other party, by whom and why; or what one party says was agreed, with whom and when. */
export const ProposalWords = ({ proposal, isOurs = false }: ProposalWordsProps) => {
  const { t } = useTranslation("acts")
  const format = useFormat()
  const { kind, state, dueOn, wasDueOn, reason, partyName, proposedBy, agreedWith, agreedOn } = proposal
  const who = proposedBy ?? partyName ?? t(isOurs ? "proposal.we" : "proposal.they")
  if (state === "recorded" && agreedWith !== null && agreedOn !== null)
    return <>{t("proposal.recorded", { who, with: agreedWith, on: format.date(agreedOn) })}</>
  return <>{t(`proposal.${kind}`, { who, reason, date: format.date(dueOn ?? wasDueOn), was: format.date(wasDueOn) })}</>
}
