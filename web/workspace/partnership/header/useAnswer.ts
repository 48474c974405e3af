import { useTranslation } from "react-i18next"
import type { PartnershipForHost } from "#contract/partnerships"
import { useFormat } from "#ui/text"

/** The sentence a person would say about a partnership: drift first, then what is overdue, then promises kept. */
export const useAnswer = ({ drift, promises, kept }: PartnershipForHost): string => {
  const { t } = useTranslation("partnership")
  const format = useFormat()
  const parts = [
    drift.state === "drifting"
      ? drift.onsetOn
        ? t("answer.driftingSince", { onset: format.date(drift.onsetOn) })
        : t("answer.drifting")
      : t(drift.state === "steady" ? "answer.steady" : "answer.notScored"),
    promises.host.overdue + promises.partner.overdue === 0
      ? t("answer.nothingOverdue")
      : t("answer.overdue", { ours: promises.host.overdue, theirs: promises.partner.overdue }),
  ]
  if (kept.host.due > 0) parts.push(t("answer.weKept", { ...kept.host }))
  if (kept.partner.due > 0) parts.push(t("answer.theyKept", { ...kept.partner }))
  return parts.join(" ")
}
