import { useTranslation } from "react-i18next"
import { useFormat } from "#ui/text"

type WaitingTextProps = { since: string; proposals?: number; number?: number }

/** What a text that lies before both sides waits for, and since when. */
export const WaitingText = ({ since, proposals, number }: WaitingTextProps) => {
  const { t } = useTranslation("acts")
  const when = useFormat().moment(since)
  return proposals === undefined
    ? t("versionSince", { number: number ?? 0, when })
    : t("proposalsSince", { count: proposals, when })
}
