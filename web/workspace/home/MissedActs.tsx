import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import type { MissedGroup } from "#contract/commitments"
import { ActionButton } from "#ui/ActionButton"
import { type Settling, settlings } from "./settling.ts"

const SettleMissed = lazy(() => import("./SettleMissed.lazy.tsx"))

/** What can be done about all that was missed in one partnership. */
export const MissedActs = ({ group }: { group: MissedGroup }) => {
  const { t } = useTranslation("home")
  const [how, settle] = useState<Settling>()
  const disabledReason = reasonOf(group.abilities.settle)
  return (
    <>
      {settlings.map((each) => (
        <ActionButton
          key={each}
          size="xs"
          variant="default"
          aria-label={t(`settle.${each}.of`, { name: group.partnershipName })}
          disabledReason={disabledReason}
          onClick={() => settle(each)}
        >
          {t(`settle.${each}.all`)}
        </ActionButton>
      ))}
      <Suspense>{how ? <SettleMissed group={group} how={how} onClose={() => settle(undefined)} /> : null}</Suspense>
    </>
  )
}
