import { useTranslation } from "react-i18next"
import type { OccurrenceView } from "#contract/commitments"
import { useFormat } from "#ui/text"

type ProposalWordsProps = Readonly<{ proposal: NonNullable<OccurrenceView["proposal"]>; isOurs?: boolean }>

/** What is asked of the other party, by whom and why. */
export const ProposalWords = ({ proposal, isOurs = false }: ProposalWordsProps) => {
  const { t } = useTranslation("acts")
  const format = useFormat()
  const { kind, dueOn, wasDueOn, reason, partyName, proposedBy } = proposal
  const who = proposedBy ?? partyName ?? t(isOurs ? "proposal.we" : "proposal.they")
  return <>{t(`proposal.${kind}`, { who, reason, date: format.date(dueOn ?? wasDueOn), was: format.date(wasDueOn) })}</>
}
