import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { Onboardings } from "#acts/Onboardings"
import { reasonOf } from "#client/problem"
import { ActionButton } from "#ui/ActionButton"
import { EmptyState } from "#ui/states"
import { OnboardingActs } from "./OnboardingActs.tsx"

const StartOnboarding = lazy(() => import("./StartOnboarding.lazy.tsx"))

/** How the partner is being onboarded; for whoever may, starting it, giving it up and opening what it keeps closed. */
export const OnboardingSection = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("onboarding")
  const [isStarting, setStarting] = useState(false)
  return (
    <>
      <Onboardings
        partnershipId={partnershipId}
        empty={<EmptyState title={t("section.empty")}>{t("section.emptyText")}</EmptyState>}
        aside={(found) =>
          found && found.abilities.start !== "role-may-not" ? (
            <ActionButton
              size="xs"
              variant="default"
              disabledReason={reasonOf(found.abilities.start)}
              onClick={() => setStarting(true)}
            >
              {t("start.open")}
            </ActionButton>
          ) : null
        }
        actsOn={(onboarding) => <OnboardingActs onboarding={onboarding} />}
      />
      <Suspense>
        {isStarting ? <StartOnboarding partnershipId={partnershipId} onClose={() => setStarting(false)} /> : null}
      </Suspense>
    </>
  )
}
