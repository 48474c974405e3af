import { useTranslation } from "react-i18next"
import { useFormat } from "#ui/text"
import classes from "./Home.module.css"
import type { Partner } from "./partners.ts"

/** What is at stake: the revenue of the last year, else what the agreement is worth, said as such; nothing where neither is known. */
export const Stake = ({ partner }: { partner: Partner | undefined }) => {
  const { t } = useTranslation("home")
  const format = useFormat()
  const amount = partner?.revenue ?? partner?.agreed
  if (!amount) return null
  const of = partner?.revenue ? "year" : "agreed"
  return (
    <span className={`${classes.stake} numbers`} title={t(`stake.${of}Of`, { amount: format.money(amount) })}>
      {t(`stake.${of}`, { amount: format.money(amount, true) })}
    </span>
  )
}
