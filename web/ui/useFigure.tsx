import { useTranslation } from "react-i18next"
import type { Counted } from "#core/attention"
import { useFormat } from "./text.tsx"

/** A count as it is said: where the counting stopped, as that many and more. */
export const useFigure = () => {
  const { t } = useTranslation("ui")
  const format = useFormat()
  return ({ count, isMore }: Counted): string =>
    isMore ? t("orMore", { figure: format.number(count) }) : format.number(count)
}
