import { useTranslation } from "react-i18next"
import { useFormat } from "#ui/text"
import { type PromiseShown, usePromiseParties } from "./usePromiseParties.ts"

/** The sentence a person would say of a promise: who owes it to whom and how often, then what became of it. */
export const usePromiseAnswer = (promise: PromiseShown): string => {
  const { t } = useTranslation("promises")
  const format = useFormat()
  const { host, company, isOwn, isBetweenOthers } = usePromiseParties(promise)
  const { owedBy, cadence, service, kept, occurrences } = promise
  const rhythm = t(`rhythm.${service === null ? cadence : "eachTime"}`)
  const owed = isBetweenOthers
    ? t("owes.between", { name: company, host, rhythm })
    : isOwn
      ? t("owes.we", { name: owedBy === "host" ? promise.partnershipName : host, rhythm })
      : t("owes.toUs", { name: owedBy === "host" ? host : company, rhythm })
  const [only] = occurrences
  if (cadence === "once" && service === null && only && occurrences.length === 1) {
    const dates = { due: format.date(only.dueOn), closed: format.date(only.closedOn ?? only.dueOn) }
    return `${owed}${format.gap}${t(`once.${only.isOverdue && only.state === "due" ? "overdue" : only.state}`, dates)}`
  }
  const overdue = occurrences.filter(({ isOverdue }) => isOverdue).length
  const was = kept.due === 0 ? t("kept.none") : t("kept.some", kept)
  return [owed, was, ...(overdue > 0 ? [t("kept.overdue", { count: overdue })] : [])].join(format.gap)
}
