import { IconChevronDown } from "@tabler/icons-react"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import type { Stage } from "#contract/partnerships"
import type { PartnershipForHost } from "#contract/portfolio"
import { StageBadge } from "#marks/StageBadge"
import { ActionButton } from "#ui/ActionButton"
import { Menu, MenuItem } from "#ui/Menu"

const MoveForm = lazy(() => import("./MoveForm.lazy.tsx"))

/** The stages that may follow, and why it moved. */
export const MoveMenu = ({ partnership }: { partnership: PartnershipForHost }) => {
  const { t } = useTranslation("partnership")
  const [to, setTo] = useState<Stage>()
  const { moves, abilities } = partnership
  const reason = reasonOf(abilities.move)
  if (moves.length === 0) return null
  return (
    <>
      <Menu
        position="bottom-end"
        target={
          <ActionButton
            variant="default"
            disabledReason={reason}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {t("move.open")}
          </ActionButton>
        }
      >
        {moves.map((stage) => (
          <MenuItem key={stage} onClick={() => setTo(stage)}>
            <StageBadge stage={stage} isSmall />
          </MenuItem>
        ))}
      </Menu>
      <Suspense>{to ? <MoveForm partnership={partnership} to={to} onClose={() => setTo(undefined)} /> : null}</Suspense>
    </>
  )
}
