import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { CandidateView } from "#contract/recruitment"
import { TypeBadge } from "#marks/TypeBadge"
import type { Column } from "#ui/DataTable"
import { DateText, DayOfText, Unknown } from "#ui/text"
import { VerdictMark } from "./VerdictMark.tsx"

export const useColumns = (): readonly Column<CandidateView>[] => {
  const { t, i18n } = useTranslation("recruit")
  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` follows the language
  return useMemo(
    () => [
      { key: "name", title: t("company"), width: 200, grow: 2, cell: ({ organizationName }) => organizationName },
      {
        key: "type",
        title: t("type"),
        width: 60,
        grow: 0,
        cell: (row) => <TypeBadge type={row.partnershipType} isSmall />,
      },
      { key: "profile", title: t("profile"), width: 180, cell: ({ profileName }) => profileName },
      { key: "stage", title: t("stage.label"), width: 130, cell: ({ stage }) => t(`stage.${stage}`) },
      { key: "verdict", title: t("verdict.title"), width: 160, cell: (row) => <VerdictMark candidate={row} /> },
      { key: "owner", title: t("owner"), width: 140, cell: ({ ownerName }) => ownerName ?? <Unknown /> },
      { key: "next", title: t("nextStep"), width: 200, cell: ({ nextStep }) => nextStep ?? <Unknown /> },
      {
        key: "nextOn",
        title: t("nextStepOn"),
        width: 120,
        grow: 0,
        cell: ({ nextStepOn }) => <DateText on={nextStepOn} />,
      },
      {
        key: "movedAt",
        title: t("since"),
        width: 120,
        grow: 0,
        sort: "movedAt",
        cell: ({ movedAt }) => <DayOfText at={movedAt} />,
      },
    ],
    [i18n.language],
  )
}
