import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { AttentionMark } from "#acts/AttentionMark"
import { addDays } from "#core/time"
import { HealthMark } from "#marks/HealthMark"
import { KeptShare } from "#marks/KeptRate"
import { OnsetBand } from "#marks/OnsetBand"
import { StageBadge } from "#marks/StageBadge"
import { TypeBadge } from "#marks/TypeBadge"
import type { Column } from "#ui/DataTable"
import { DateText, MomentText, MoneyText, Unknown, useFormat } from "#ui/text"
import { HealthStrip } from "./HealthStrip.tsx"
import classes from "./useColumns.module.css"
import type { PortfolioRow } from "./useRows.ts"
import { useWeeksOf } from "./weeks.tsx"

/** The portfolio's columns, in reading order: who, how it goes and since when, what was kept, what comes next. */
export const useColumns = (): readonly Column<PortfolioRow>[] => {
  const { t, i18n } = useTranslation("portfolio")
  const format = useFormat()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` follows the language
  return useMemo(
    () => [
      { key: "name", title: t("column.name"), width: 172, grow: 2, sort: "name", cell: (row) => <Name row={row} /> },
      {
        key: "drift",
        title: t("column.drift"),
        width: 100,
        grow: 0,
        sort: "drift",
        cell: ({ drift }) => <HealthMark health={drift.state} isSmall />,
      },
      {
        key: "onset",
        title: t("column.onset"),
        width: 156,
        grow: 0,
        sort: "onset",
        cell: (row) => <Onset row={row} />,
      },
      {
        key: "weeks",
        title: t("column.weeks"),
        width: 114,
        grow: 0,
        cell: ({ id }) => <LastWeeks id={id} />,
      },
      {
        key: "keptHost",
        title: t("column.keptHost"),
        width: 92,
        grow: 0,
        sort: "keptHost",
        cell: ({ kept }) => <KeptShare whose="ours" {...kept.host} />,
      },
      {
        key: "keptPartner",
        title: t("column.keptPartner"),
        width: 100,
        grow: 0,
        sort: "keptPartner",
        cell: ({ kept }) => <KeptShare whose="theirs" {...kept.partner} />,
      },
      {
        key: "value",
        title: t("column.value"),
        width: 104,
        align: "end",
        sort: "value",
        cell: ({ revenue }) => <MoneyText money={revenue} isCompact />,
      },
      {
        key: "type",
        title: t("column.type"),
        width: 56,
        grow: 0,
        sort: "type",
        isWideOnly: true,
        cell: ({ type }) => <TypeBadge type={type} isSmall />,
      },
      {
        key: "owner",
        title: t("column.owner"),
        width: 106,
        sort: "owner",
        isWideOnly: true,
        cell: ({ owner }) => owner?.name ?? <Unknown />,
      },
      {
        key: "notice",
        title: t("column.notice"),
        width: 112,
        grow: 0,
        align: "end",
        sort: "notice",
        cell: ({ nextEnd }) => <DateText on={nextEnd?.noticeOn} />,
      },
      {
        key: "stage",
        title: t("column.stage"),
        width: 120,
        sort: "stage",
        isOptional: true,
        cell: ({ stage }) => <StageBadge stage={stage} isSmall />,
      },
      ...(["tier", "region"] as const).map((key) => ({
        key,
        title: t(`column.${key}`),
        width: 100,
        sort: key,
        isOptional: true,
        cell: (row: PortfolioRow) => row[key] ?? <Unknown />,
      })),
      {
        key: "tags",
        title: t("column.tags"),
        width: 140,
        isOptional: true,
        cell: ({ tags }) => (tags.length > 0 ? format.commas(tags) : <Unknown />),
      },
      {
        key: "due",
        title: t("column.due"),
        width: 128,
        align: "end",
        sort: "due",
        isOptional: true,
        cell: ({ nextDueOn }) => <DateText on={nextDueOn} />,
      },
      {
        key: "contact",
        title: t("column.contact"),
        width: 130,
        align: "end",
        sort: "contact",
        isOptional: true,
        isWideOnly: true,
        cell: ({ lastContactAt }) => (lastContactAt ? <MomentText at={lastContactAt} /> : <Unknown />),
      },
      {
        key: "activity",
        title: t("column.activity"),
        width: 130,
        sort: "activity",
        align: "end",
        isOptional: true,
        isWideOnly: true,
        cell: ({ lastActivityAt }) => (lastActivityAt ? <MomentText at={lastActivityAt} /> : <Unknown />),
      },
    ],
    [i18n.language],
  )
}

/** The day for the eye, its band for how sure that is. */
const Onset = ({ row: { id, drift } }: { row: PortfolioRow }) => {
  const { t } = useTranslation("marks")
  const format = useFormat()
  const { changedSince } = drift
  if (changedSince) {
    const told = t("onset.tooEarly", { since: format.date(changedSince) })
    return <span title={told}>{t("onset.notYet")}</span>
  }
  return drift.onsetOn === null ? <Unknown /> : <Band id={id} onsetOn={drift.onsetOn} />
}

const Band = ({ id, onsetOn }: { id: string; onsetOn: string }) => {
  const format = useFormat()
  const weeks = useWeeksOf(id)
  const onset = weeks?.onset
  if (!weeks || !onset) return <DateText on={onsetOn} />
  const end = addDays(weeks.firstWeek, 7 * weeks.health.length)
  const [start = onset.low] = [onset.low, weeks.firstWeek].sort()
  return (
    <span className={classes.onset}>
      <time dateTime={onset.date}>{format.date(onset.date)}</time>
      <OnsetBand
        onset={onset.date}
        from={onset.low}
        to={onset.high}
        seen={onset.detectedOn}
        start={start}
        end={end}
        width={32}
      />
    </span>
  )
}

/** Nothing until they are read: not knowing is said of what is not known. */
const LastWeeks = ({ id }: { id: string }) => {
  const weeks = useWeeksOf(id)
  if (!weeks) return null
  return weeks.health.some((share) => share !== null) ? <HealthStrip health={weeks.health} width={98} /> : <Unknown />
}

/** The name, and a flag where the workspace's own condition says that somebody should look. */
const Name = ({ row: { name, attention } }: { row: PortfolioRow }) =>
  attention === null || attention.needed === "no" ? (
    name
  ) : (
    <>
      <AttentionMark verdict={attention} /> {name}
    </>
  )
