import { useTranslation } from "react-i18next"
import type { OnboardingView } from "#contract/onboarding"
import { useFormat } from "#ui/text"
import { useNameOf, useViewerSide, useWhose } from "#ui/viewer"

type Hanging = NonNullable<OnboardingView["hangsOn"]>

type Told = Pick<OnboardingView, "partnershipName" | "type">

/** Whoever does a step: by name where somebody has it, else the company, "us" or "them". */
const useWho = () => {
  const { t } = useTranslation("onboarding")
  const whose = useWhose()
  const nameOf = useNameOf()
  const side = useViewerSide()
  return ({ owedBy, partyId, partyName, ownerName }: Hanging, { partnershipName, type }: Told): string => {
    const isOurs = whose(owedBy, partyId) === "ours"
    // A partnership of two is called as the partner is.
    const partner = side === "host" && owedBy === "partner" && type !== "consortium" ? partnershipName : undefined
    const party = nameOf(owedBy, partyName) ?? partner ?? t(isOurs ? "who.us" : "who.them")
    if (ownerName === null) return party
    return isOurs ? ownerName : t("who.of", { name: ownerName, party })
  }
}

/** Who it hangs on now, and how late that is: "Hangs on Ada (us): Kick-off, 2 workdays late". */
export const useHolding = () => {
  const { t } = useTranslation("onboarding")
  const who = useWho()
  const format = useFormat()
  return ({ hangsOn, ...told }: Told & Pick<OnboardingView, "hangsOn">): string | undefined => {
    if (!hangsOn) return undefined
    const { title, isHeldByNobody, workdaysLate, isOverdue, dueOn } = hangsOn
    if (isHeldByNobody) return t("holding.nobody", { title })
    const holes = { title, who: who(hangsOn, told) }
    if (workdaysLate > 0) return t("holding.late", { ...holes, count: workdaysLate })
    if (dueOn === null) return t("holding.open", holes)
    return t(isOverdue ? "holding.past" : "holding.due", { ...holes, date: format.date(dueOn) })
  }
}

/** The same in few words, for a list. */
export const useShortEnd = () => {
  const { t } = useTranslation("onboarding")
  const format = useFormat()
  return ({ state, forecastEnd, plannedEnd, finishedOn }: OnboardingView): string | undefined => {
    const end = state === "finished" ? finishedOn : forecastEnd
    if (end === null) return undefined
    const date = format.date(end)
    return plannedEnd === null || end <= plannedEnd ? date : t("end.short", { date, planned: format.day(plannedEnd) })
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

/** What came of it: when the first value was reached, or when the like reached theirs. */
export const useFirstValue = () => {
  const { t } = useTranslation("onboarding")
  const format = useFormat()
  return ({ firstValue }: Pick<OnboardingView, "firstValue">): string | undefined => {
    if (!firstValue) return undefined
    const { reachedOn, what, days, medianOfLike, expected, isLate } = firstValue
    const like = medianOfLike === null ? "" : ` ${t("value.like", { count: medianOfLike })}`
    if (reachedOn !== null && what !== null)
      return `${t(`value.${what}`, { count: days, date: format.date(reachedOn) })}${like}`
    const late = isLate ? ` ${t("value.late")}` : ""
    if (!expected) return `${t("value.none", { count: days })}${like}${late}`
    const from = format.date(expected.from)
    const said =
      expected.to === null ? t("value.after", { from }) : t("value.between", { from, to: format.date(expected.to) })
    return `${t("value.none", { count: days })} ${said}${late}`
  }
}
