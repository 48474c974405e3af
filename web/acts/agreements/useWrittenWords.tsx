import { useTranslation } from "react-i18next"
import type { DraftSummary } from "#contract/agreements"
import { useFormat } from "#ui/text"

/** What a draft or an amendment is called, and what there is to say of it in a line. */
export const useWrittenWords = () => {
  const { t } = useTranslation("agreements")
  const format = useFormat()
  return {
    title: ({ kind, title, agreementTitle }: DraftSummary) =>
      kind === "first" ? title : t(`written.${kind}`, { title: agreementTitle ?? title }),
    facts: ({ state, isPrivate, validFrom, hostSigner, partnerSigner, signedOn, reason }: DraftSummary): string[] => [
      t(`draft.state.${state}`),
      ...(state === "draft" && isPrivate ? [t("written.private")] : []),
      ...(validFrom === null ? [] : [t("written.from", { date: format.date(validFrom) })]),
      ...(signedOn !== null && hostSigner !== null && partnerSigner !== null
        ? [t("signing.signed", { date: format.date(signedOn), host: hostSigner, partner: partnerSigner })]
        : []),
      ...(reason === null ? [] : [reason]),
    ],
  }
}
