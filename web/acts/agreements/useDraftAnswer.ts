import { useTranslation } from "react-i18next"
import type { DraftView } from "#contract/agreements"
import { useFormat } from "#ui/text"

/** The sentence a person would say of a draft: what it is, whom it binds, and what stands in its way. */
export const useDraftAnswer = (draft: DraftView): string => {
  const { t } = useTranslation("agreements")
  const format = useFormat()
  const { state, kind, validFrom, findings, signedOn, hostSigner, partnerSigner } = draft
  const from = validFrom === null ? "" : format.date(validFrom)
  if (state === "withdrawn") return t("answer.withdrawn")
  if (state === "agreed") return t("answer.agreed", { from })
  if (state === "in_force") {
    if (kind === "correction") return t("answer.corrected")
    if (signedOn === null || hostSigner === null || partnerSigner === null) return t("answer.takenOver")
    const signed = { on: format.date(signedOn), host: hostSigner, partner: partnerSigner }
    return kind === "change" ? t("answer.changed", { ...signed, from }) : t("answer.inForce", signed)
  }
  const blocking = findings.filter(({ blocks }) => blocks).length
  const odd = findings.length - blocking
  return [
    t(kind === "first" ? "answer.bindsNobody" : "answer.changesNothing"),
    blocking > 0
      ? t("answer.blocked", { count: blocking })
      : odd > 0
        ? t("answer.odd", { count: odd })
        : t("answer.sound"),
  ].join(" ")
}
