import { ActionIcon } from "@mantine/core"
import { IconDots } from "@tabler/icons-react"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import type { OnboardingView } from "#contract/onboarding"
import { Menu, MenuItem } from "#ui/Menu"

const GiveUp = lazy(() => import("./GiveUp.lazy.tsx"))
const OpenRegistration = lazy(() => import("./OpenRegistration.lazy.tsx"))

/** What may be done with an onboarding: opening the registration of deals before a step does, and giving it up. */
export const OnboardingActs = ({ onboarding }: { onboarding: OnboardingView }) => {
  const { t } = useTranslation("onboarding")
  const [opened, open] = useState<"giveUp" | "registration">()
  const { giveUp, openRegistration } = onboarding.abilities
  const close = () => open(undefined)
  if (giveUp !== true && openRegistration !== true && opened === undefined) return null
  return (
    <>
      <Menu
        target={
          <ActionIcon variant="subtle" color="gray" aria-label={t("acts.more", { name: onboarding.name })}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        }
      >
        {openRegistration === true ? (
          <MenuItem onClick={() => open("registration")}>{t("acts.openRegistration")}</MenuItem>
        ) : null}
        {giveUp === true ? <MenuItem onClick={() => open("giveUp")}>{t("acts.giveUp")}</MenuItem> : null}
      </Menu>
      <Suspense>
        {opened === "giveUp" ? <GiveUp id={onboarding.id} onClose={close} /> : null}
        {opened === "registration" ? <OpenRegistration id={onboarding.id} onClose={close} /> : null}
      </Suspense>
    </>
  )
}
