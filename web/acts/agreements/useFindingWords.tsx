import { useTranslation } from "react-i18next"
import type { DraftView } from "#contract/agreements"
import { useWhose } from "#ui/viewer"

type Code = DraftView["findings"][number]["code"]

/** What is missing or odd in a draft, of the line or the agreement with that title, as its reader's side says it. */
export const useFindingWords = () => {
  const { t } = useTranslation("agreements")
  const whose = useWhose()
  return (code: Code, title: string): string =>
    code === "host-promises-nothing" || code === "partner-promises-nothing"
      ? t(`promisesNothing.${whose(code === "host-promises-nothing" ? "host" : "partner")}`)
      : t(`finding.${code}`, { title })
}
