import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { addDays } from "#core/time"
import { HealthMark } from "#marks/HealthMark"
import { KeptRate } from "#marks/KeptRate"
import { OnsetBand } from "#marks/OnsetBand"
import { StageBadge } from "#marks/StageBadge"
import { TypeBadge } from "#marks/TypeBadge"
import type { Column } from "#ui/DataTable"
import { DateText, MomentText, Unknown } from "#ui/text"
import { HealthStrip } from "./HealthStrip.tsx"
import type { PortfolioRow } from "./useRows.ts"

/** The portfolio's columns, in reading order: who, how it goes and since when, what was kept, what comes next. */
export const useColumns = (): readonly Column<PortfolioRow>[] => {
  const { t, i18n } = useTranslation("portfolio")
  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` follows the language
  return useMemo(
    () => [
      { key: "name", title: t("column.name"), width: 190, grow: 2, sort: "name", cell: (row) => row.name },
      {
        key: "drift",
        title: t("column.drift"),
        width: 120,
        cell: ({ drift }) => <HealthMark health={drift.state === "not_scored" ? "not-scored" : drift.state} isSmall />,
      },
      { key: "onset", title: t("column.onset"), width: 136, isWideOnly: true, cell: (row) => <Onset row={row} /> },
      {
        key: "weeks",
        title: t("column.weeks"),
        width: 160,
        isWideOnly: true,
        cell: ({ weeks }) =>
          weeks?.health.some((share) => share !== null) ? (
            <HealthStrip firstWeek={weeks.firstWeek} health={weeks.health} />
          ) : (
            <Unknown />
          ),
      },
      {
        key: "kept",
        title: t("column.kept"),
        width: 250,
        cell: ({ kept }) => <KeptRate ours={kept.host} theirs={kept.partner} isSmall />,
      },
      {
        key: "type",
        title: t("column.type"),
        width: 150,
        isWideOnly: true,
        cell: ({ type }) => <TypeBadge type={type} />,
      },
      { key: "stage", title: t("column.stage"), width: 120, cell: ({ stage }) => <StageBadge stage={stage} isSmall /> },
      {
        key: "owner",
        title: t("column.owner"),
        width: 130,
        isWideOnly: true,
        cell: ({ owner }) => owner?.name ?? <Unknown />,
      },
      {
        key: "notice",
        title: t("column.notice"),
        width: 116,
        align: "end",
        cell: ({ nextEnd }) => <DateText on={nextEnd?.noticeOn ?? nextEnd?.endsOn} />,
      },
      {
        key: "activity",
        title: t("column.activity"),
        width: 130,
        align: "end",
        isOptional: true,
        isWideOnly: true,
        cell: ({ lastActivityAt }) => (lastActivityAt ? <MomentText at={lastActivityAt} /> : <Unknown />),
      },
    ],
    [i18n.language],
  )
}

const Onset = ({ row: { drift, weeks } }: { row: PortfolioRow }) => {
  if (drift.state !== "drifting" || drift.onsetOn === null) return <Unknown />
  const onset = weeks?.onset
  if (!weeks || !onset) return <DateText on={drift.onsetOn} />
  const end = addDays(weeks.firstWeek, 7 * weeks.health.length)
  const [start = onset.low] = [onset.low, weeks.firstWeek].sort()
  return (
    <OnsetBand onset={onset.date} from={onset.low} to={onset.high} seen={onset.detectedOn} start={start} end={end} />
  )
}
