import { useTranslation } from "react-i18next"
import type { PartnershipForHost } from "#contract/portfolio"
import { useFormat } from "#ui/text"

/** The sentence a person would say about a partnership: silence and drift first, then what is overdue, then promises kept. */
export const useAnswer = ({ drift, promises, kept }: PartnershipForHost): string => {
  const { t } = useTranslation(["partnership", "marks"])
  const format = useFormat()
  const standing = ({ state, silentSince, onsetOn, changedSince }: PartnershipForHost["drift"]): string[] => {
    const drifting = onsetOn
      ? [t("answer.driftingSince", { onset: format.date(onsetOn) })]
      : changedSince
        ? [t("marks:onset.tooEarly", { since: format.date(changedSince) })]
        : []
    if (silentSince) return [t("answer.silentSince", { on: format.date(silentSince) })]
    if (state === "drifting") return drifting.length > 0 ? drifting : [t("answer.drifting")]
    return [t(state === "steady" ? "answer.steady" : "answer.notScored")]
  }
  const parts = [
    ...standing(drift),
    promises.host.overdue + promises.partner.overdue === 0
      ? t("answer.nothingOverdue")
      : t("answer.overdue", { ours: promises.host.overdue, theirs: promises.partner.overdue }),
  ]
  if (kept.host.due > 0) parts.push(t("answer.weKept", { ...kept.host }))
  if (kept.partner.due > 0) parts.push(t("answer.theyKept", { ...kept.partner }))
  return format.sentences(parts)
}
