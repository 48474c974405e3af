import { useTranslation } from "react-i18next"
import type { getCommitment } from "#contract/commitments"
import type { OutputOf } from "#core/endpoint"
import { useNameOf, useViewerSide, useWhose } from "#ui/viewer"

export type PromiseShown = OutputOf<typeof getCommitment>

/** What the two parties of a promise are called to the reader, and whose it is. */
export const usePromiseParties = ({ owedBy, partyId, partyName, partnershipName }: PromiseShown) => {
  const { t } = useTranslation("ui")
  const whose = useWhose()
  const isHosts = useViewerSide() === "host"
  const hostName = useNameOf()("host")
  const company = partyName ?? partnershipName
  const host = isHosts ? t("side.ours") : (hostName ?? t("side.theirs"))
  const isOwn = whose(owedBy, partyId) === "ours"
  const companyName = isOwn && owedBy === "partner" ? t("side.ours") : company
  // What the host owes it owes to every company that takes part; to a company's reader that is the reader's own.
  const owedTo = isHosts ? partnershipName : t("side.ours")
  return {
    host,
    company,
    isOwn,
    /** To the reader: neither theirs nor owed to them, in a consortium. */
    isBetweenOthers: !isHosts && owedBy === "partner" && !isOwn,
    by: owedBy === "host" ? host : companyName,
    to: owedBy === "host" ? owedTo : host,
  }
}
