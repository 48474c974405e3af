import { useTranslation } from "react-i18next"
import type { OnboardingView } from "#contract/onboarding"
import { DateText } from "#ui/text"
import classes from "./onboarding.module.css"

/** When the first value was reached, in a word where it was not. */
export const ValueReached = ({ firstValue }: Pick<OnboardingView, "firstValue">) => {
  const { t } = useTranslation("onboarding")
  if (!firstValue) return null
  const { reachedOn, isLate } = firstValue
  if (reachedOn !== null) return <DateText on={reachedOn} />
  return isLate ? <span className={classes.late}>{t("list.valueLate")}</span> : <span>{t("list.valueNone")}</span>
}
