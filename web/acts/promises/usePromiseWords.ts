import { useTranslation } from "react-i18next"
import type { CommitmentView } from "#contract/commitments"
import { useFormat } from "#ui/text"

type Said = Pick<
  CommitmentView,
  "title" | "cadence" | "periods" | "withinHours" | "amount" | "unit" | "clause" | "service"
>

/** What a promise says, and on which terms, in the reader's language. */
export const usePromiseWords = ({ title, cadence, periods, withinHours, amount, unit, clause, service }: Said) => {
  const { t } = useTranslation("acts")
  const format = useFormat()
  return {
    title: service === null ? title : t(`service.${service}`, { hours: format.number(withinHours ?? 0, 2) }),
    terms: [
      // A service is kept or missed each time it is asked for, by its own clock.
      service === null ? t(`cadence.${cadence}`) : t("eachTime"),
      ...(periods === null ? [] : [t(`periods.${periods}`)]),
      ...(withinHours === null || service !== null ? [] : [t("withinHours", { hours: format.number(withinHours) })]),
      ...(amount === null || unit === null ? [] : [t("amount", { amount: format.number(amount), unit })]),
      ...(clause === null ? [] : [t("clause", { clause })]),
    ],
  }
}
