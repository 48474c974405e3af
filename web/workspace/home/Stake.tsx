import { useTranslation } from "react-i18next"
import type { Money } from "#core/money"
import { useFormat } from "#ui/text"
import classes from "./Home.module.css"

/** What is at stake: the revenue of the last year; nothing where it is not known. */
export const Stake = ({ revenue }: { revenue: Money | null | undefined }) => {
  const { t } = useTranslation("home")
  const format = useFormat()
  if (!revenue) return null
  return (
    <span className={`${classes.stake} numbers`} title={t("stake.of", { amount: format.money(revenue) })}>
      {t("stake.year", { amount: format.money(revenue, true) })}
    </span>
  )
}
