import { useTranslation } from "react-i18next"
import type { SeenFact } from "#core/expression/shapes"
import { useFormat } from "#ui/text"

/** What a name in a condition stood for, in the reader's words; what is not known is said to be so. */
export const useSayValue = () => {
  const { t } = useTranslation("attention")
  const format = useFormat()
  return ({ kind, value }: SeenFact): string => {
    if (value === null) return t("notKnown")
    if (typeof value === "boolean") return t(`${value}`)
    if (typeof value === "object") return format.money(value)
    if (typeof value === "string") return kind === "date" ? format.date(value) : value
    return kind === "rate" ? format.percent(value / 10_000, 1) : format.number(value, 1)
  }
}
