import { Anchor } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { Progress } from "#acts/onboarding/Progress"
import { StateMark } from "#acts/onboarding/StateMark"
import { ValueReached } from "#acts/onboarding/ValueReached"
import { useHolding, useShortEnd } from "#acts/onboarding/words"
import type { OnboardingView } from "#contract/onboarding"
import { TypeBadge } from "#marks/TypeBadge"
import { partnershipWorkPath } from "#paths/partnership"
import type { Column } from "#ui/DataTable"
import { DateText } from "#ui/text"

const Holding = ({ onboarding }: { onboarding: OnboardingView }) => useHolding()(onboarding) ?? null
const End = ({ onboarding }: { onboarding: OnboardingView }) => useShortEnd()(onboarding) ?? null

/** The columns of the list: partner, type, how far, how it stands, who it hangs on, when it ends, when it began. */
export const useColumns = (): readonly Column<OnboardingView>[] => {
  const { t, i18n } = useTranslation("onboarding")
  const { slug = "" } = useParams({ strict: false })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` follows the language
  return useMemo(
    () => [
      {
        key: "partner",
        title: t("list.partner"),
        width: 190,
        cell: ({ partnershipId, partnershipName, partyName }) => (
          <Anchor component={Link} to={partnershipWorkPath(slug, partnershipId)} hash="onboarding" c="inherit">
            {partyName ? `${partnershipName}: ${partyName}` : partnershipName}
          </Anchor>
        ),
      },
      { key: "type", title: t("list.type"), width: 60, grow: 0, cell: ({ type }) => <TypeBadge type={type} isSmall /> },
      { key: "state", title: t("list.state"), width: 120, grow: 0, cell: (row) => <StateMark state={row.state} /> },
      { key: "progress", title: t("list.progress"), width: 185, grow: 0, cell: (row) => <Progress {...row} /> },
      { key: "hangsOn", title: t("list.hangsOn"), width: 330, cell: (row) => <Holding onboarding={row} /> },
      { key: "end", title: t("list.end"), width: 200, cell: (row) => <End onboarding={row} /> },
      { key: "value", title: t("list.value"), width: 150, cell: (row) => <ValueReached {...row} /> },
      {
        key: "startedOn",
        title: t("list.startedOn"),
        width: 120,
        grow: 0,
        sort: "startedOn",
        cell: ({ startedOn }) => <DateText on={startedOn} />,
      },
    ],
    [i18n.language, slug],
  )
}
