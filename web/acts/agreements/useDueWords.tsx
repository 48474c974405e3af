import { useTranslation } from "react-i18next"
import { useFormat } from "#ui/text"

type Due = Readonly<{ dueOn: string; amount: number | null }>

/** A day on which a promise falls due, with how much it asks for where that is not what a whole period does. */
export const useDueWords = () => {
  const { t } = useTranslation("agreements")
  const format = useFormat()
  return ({ dueOn, amount }: Due, unit: string | undefined): string =>
    amount === null
      ? format.date(dueOn)
      : t("periods.due", { date: format.date(dueOn), amount: format.quantity(amount, unit ?? "") })
}
