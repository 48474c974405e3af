import { useTranslation } from "react-i18next"
import type { PartnershipForPartner } from "#contract/portfolio"

/** The sentence a person of the company would say: what is overdue on either side, then what both kept. */
export const useAnswer = ({ hostName: host, promises, kept }: PartnershipForPartner): string => {
  const { t } = useTranslation("portal/partnership")
  const overdue = { ours: promises.partner.overdue, theirs: promises.host.overdue }
  const standing = () => {
    if (overdue.ours + overdue.theirs === 0) return t("answer.nothing")
    if (overdue.ours === 0) return t("answer.theirs", { count: overdue.theirs, host })
    if (overdue.theirs === 0) return t("answer.ours", { count: overdue.ours, host })
    return t("answer.both", { ...overdue, host })
  }
  return [
    standing(),
    ...(kept.partner.due > 0 ? [t("answer.weKept", kept.partner)] : []),
    ...(kept.host.due > 0 ? [t("answer.theyKept", { ...kept.host, host })] : []),
  ].join(" ")
}
