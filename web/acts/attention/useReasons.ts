import { useTranslation } from "react-i18next"
import type { AttentionVerdict } from "#contract/conditions"
import { useFormat } from "#ui/text"

type Seen = AttentionVerdict["reasons"][number]["seen"][number]

/** Why a partnership needs attention, in the reader's words: "Our overdue promises: 3". Of no there is nothing to say. */
export const useReasons = () => {
  const { t, i18n } = useTranslation("attention")
  const format = useFormat()
  const sayValue = ({ kind, value }: Seen): string => {
    if (value === null) return t("notKnown")
    if (typeof value === "boolean") return t(`${value}`)
    if (typeof value === "object") return format.money(value)
    if (typeof value === "string") return kind === "date" ? format.date(value) : value
    return kind === "rate" ? format.percent(value / 10_000, 1) : format.number(value, 1)
  }
  const nameOf = (name: string) =>
    i18n.exists(`name.${name}`, { ns: "attention" }) ? t(`name.${name as "tier"}`) : name
  return (verdict: AttentionVerdict | null): string | undefined => {
    if (verdict === null || verdict.needed === "no") return undefined
    const seen = new Map(verdict.reasons.flatMap((each) => each.seen).map((each) => [each.name, each]))
    const reasons = [...seen.values()].map((each) => t("reason", { name: nameOf(each.name), value: sayValue(each) }))
    return t("because", { title: t(verdict.needed), reasons: reasons.join("; ") })
  }
}
