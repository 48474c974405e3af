import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listOnboardingsOf, type OnboardingWithSteps } from "#contract/onboarding"
import type { OutputOf } from "#core/endpoint"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { OneOnboarding } from "./onboarding/OneOnboarding.tsx"

type OnboardingsProps = {
  partnershipId: string
  /** What stands where nobody is being onboarded. */
  empty: ReactNode
  aside?: (found: OutputOf<typeof listOnboardingsOf> | undefined) => ReactNode
  actsOn?: (onboarding: OnboardingWithSteps) => ReactNode
}

/** How a partner is or was onboarded: the steps of both sides, who each hangs on, and what each opens. */
export const Onboardings = ({ partnershipId, empty, aside, actsOn }: OnboardingsProps) => {
  const { t } = useTranslation("onboarding")
  const found = useEndpoint(listOnboardingsOf, { params: { partnership: partnershipId } })
  return (
    <Panel title={t("title")} hint={t("hint")} aside={aside?.(found.data)}>
      <Loaded from={found}>
        {({ items }) =>
          items.length === 0
            ? empty
            : items.map((onboarding) => (
                <OneOnboarding key={onboarding.id} onboarding={onboarding} acts={actsOn?.(onboarding)} />
              ))
        }
      </Loaded>
    </Panel>
  )
}
