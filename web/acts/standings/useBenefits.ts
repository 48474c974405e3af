import { useTranslation } from "react-i18next"
import type { JudgedView } from "#contract/programs"
import { useFormat } from "#ui/text"

/** What a tier gives, in one line. */
export const useBenefits = () => {
  const { t } = useTranslation("standings")
  const format = useFormat()
  return ({ benefits: { discountBps, words } }: Pick<JudgedView, "benefits">): string =>
    format.list([
      ...(discountBps === null || discountBps === 0
        ? []
        : [t("discount", { share: format.percent(discountBps / 10_000, 2) })]),
      ...words,
    ])
}
