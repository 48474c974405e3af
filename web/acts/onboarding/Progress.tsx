import { Progress as Bar } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { OnboardingView } from "#contract/onboarding"
import classes from "./onboarding.module.css"

/** How far it is: steps that are done or left out, of all that one sees. */
export const Progress = ({ settled, steps }: Pick<OnboardingView, "settled" | "steps">) => {
  const { t } = useTranslation("onboarding")
  const said = t("progress", { settled, count: steps })
  return (
    <span className={classes.progress}>
      <Bar className={classes.bar} value={steps === 0 ? 0 : (settled / steps) * 100} size="sm" aria-label={said} />
      <span className="numbers">{said}</span>
    </span>
  )
}
