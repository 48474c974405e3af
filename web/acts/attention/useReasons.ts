import { useTranslation } from "react-i18next"
import { useSayValue } from "#acts/sayValue"
import type { AttentionVerdict } from "#contract/conditions"
import { useFormat } from "#ui/text"

/** Why a partnership needs attention, in the reader's words: "Our overdue promises: 3". Of no there is nothing to say. */
export const useReasons = () => {
  const { t, i18n } = useTranslation("attention")
  const sayValue = useSayValue()
  const format = useFormat()
  const nameOf = (name: string) =>
    i18n.exists(`name.${name}`, { ns: "attention" }) ? t(`name.${name as "tier"}`) : name
  return (verdict: AttentionVerdict | null): string | undefined => {
    if (verdict === null || verdict.needed === "no") return undefined
    const seen = new Map(verdict.reasons.flatMap((each) => each.seen).map((each) => [each.name, each]))
    const reasons = [...seen.values()].map((each) => t("reason", { name: nameOf(each.name), value: sayValue(each) }))
    return t("because", { title: t(verdict.needed), reasons: format.clauses(reasons) })
  }
}
