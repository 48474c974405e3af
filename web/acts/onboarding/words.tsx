import { useTranslation } from "react-i18next"
import type { OnboardingView } from "#contract/onboarding"
import { useFormat } from "#ui/text"
import { useNameOf, useWhose } from "#ui/viewer"

type Hanging = NonNullable<OnboardingView["hangsOn"]>

/** Whoever does a step: a company where several take part, the owner by name, else "us" and "them". */
const useWho = () => {
  const { t } = useTranslation("ui")
  const whose = useWhose()
  const nameOf = useNameOf()
  return ({ owedBy, partyId, partyName, ownerName }: Hanging): string => {
    const party = nameOf(owedBy, partyName) ?? t(`side.${whose(owedBy, partyId)}`)
    return ownerName === null ? party : `${ownerName} (${party})`
  }
}

/** Who it hangs on now, and how late that is: "Hangs on Ada (us): Kick-off, 2 workdays late". */
export const useHolding = () => {
  const { t } = useTranslation("onboarding")
  const who = useWho()
  const format = useFormat()
  return ({ hangsOn }: Pick<OnboardingView, "hangsOn">): string | undefined => {
    if (!hangsOn) return undefined
    const { title, isHeldByNobody, workdaysLate, isOverdue, dueOn } = hangsOn
    if (isHeldByNobody) return t("holding.nobody", { title })
    const holes = { title, who: who(hangsOn) }
    if (workdaysLate > 0) return t("holding.late", { ...holes, count: workdaysLate })
    if (dueOn === null) return t("holding.open", holes)
    return t(isOverdue ? "holding.past" : "holding.due", { ...holes, date: format.date(dueOn) })
  }
}

/** When it ends: as forecast beside what was planned, or when it was. */
export const useEnd = () => {
  const { t } = useTranslation("onboarding")
  const format = useFormat()
  return ({ state, forecastEnd, plannedEnd, finishedOn }: OnboardingView): string | undefined => {
    if (state === "finished")
      return finishedOn === null ? undefined : t("end.finished", { date: format.date(finishedOn) })
    if (state === "given_up" || forecastEnd === null) return undefined
    const date = format.date(forecastEnd)
    return plannedEnd === null || plannedEnd === forecastEnd
      ? t("end.asPlanned", { date })
      : t("end.other", { date, planned: format.date(plannedEnd) })
  }
}
