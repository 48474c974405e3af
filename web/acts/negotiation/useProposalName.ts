import { useTranslation } from "react-i18next"
import type { ProposalView } from "#contract/negotiation"

/** What a proposal is about, by name: a term by what it is called, anything else by its clause's heading. */
export const useProposalName = () => {
  const { t } = useTranslation("negotiation")
  return ({ change, heading }: Pick<ProposalView, "change" | "heading">): string =>
    change.kind === "term" ? t(`term.name.${change.key}`) : heading
}
