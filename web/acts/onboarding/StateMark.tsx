import { useTranslation } from "react-i18next"
import type { OnboardingView } from "#contract/onboarding"
import { Mark } from "#marks/Mark"

const line = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.6,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const

const looks = {
  running: { tone: "calm", shape: <path {...line} d="M3 7h8M8 4l3 3-3 3" /> },
  stuck: { tone: "bad", shape: <path {...line} d="M5 3.5v7M9 3.5v7" /> },
  finished: { tone: "good", shape: <path {...line} d="M2.5 7.5l3 3 6-7" /> },
  given_up: { tone: "calm", shape: <path {...line} d="M3.5 3.5l7 7M10.5 3.5l-7 7" /> },
} as const

/** How an onboarding stands: shape, word and colour. */
export const StateMark = ({ state }: Pick<OnboardingView, "state">) => {
  const { t } = useTranslation("onboarding")
  return (
    <Mark tone={looks[state].tone} shape={looks[state].shape}>
      {t(`state.${state}`)}
    </Mark>
  )
}
