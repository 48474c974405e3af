import { useTranslation } from "react-i18next"
import { useFormat } from "#ui/text"

/** Since when an agreement waits for the reader's signature. */
export const WaitingSignature = ({ askedAt }: { askedAt: string }) => {
  const { t } = useTranslation("acts")
  return t("signatureSince", { when: useFormat().moment(askedAt) })
}
