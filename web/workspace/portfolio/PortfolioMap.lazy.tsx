import { useNavigate } from "@tanstack/react-router"
import { useEffect, useMemo } from "react"
import { useTranslation } from "react-i18next"
import { minorPerMajor } from "#core/money"
import { partnershipPath } from "#paths/partnership"
import { Chart } from "#ui/Chart"
import { EmptyState, LoadingState } from "#ui/states"
import { useFormat } from "#ui/text"
import type { Tokens } from "#ui/tokens"
import { Filters } from "./Filters.tsx"
import { mapOption } from "./mapOption.ts"
import { mapPoints } from "./mapPoints.ts"
import classes from "./PortfolioMap.module.css"
import { Nothing } from "./PortfolioTable.tsx"
import { type Rows, useWeeks, weeksById } from "./useRows.ts"
import { isFiltered, type PortfolioView, readPortfolioView } from "./view.ts"

type PortfolioMapProps = {
  from: Rows
  view: PortfolioView
  slug: string
  onChange: (change: Partial<PortfolioView>) => void
}

/** More dots than these cover each other; the filters choose which. */
const mostDots = 500

/** The portfolio in one picture: what each partnership brings, and how near it is to what was promised. */
const PortfolioMap = ({ from: { pages, rows: lines, parts }, view, slug, onChange }: PortfolioMapProps) => {
  const { t } = useTranslation("portfolio")
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  const weeks = useWeeks(parts)
  const rows = useMemo(() => {
    const known = new Map(weeks.flatMap(weeksById).map((each) => [each.partnershipId, each]))
    return lines.map((line) => ({ ...line, weeks: known.get(line.id) }))
  }, [lines, weeks])
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && rows.length < mostDots) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, rows.length])
  const { currency, points, left } = useMemo(() => mapPoints(rows, minorPerMajor), [rows])
  const isReading = pages.isPending || rows.some(({ weeks }) => weeks === undefined)
  return (
    <>
      <div className={classes.filters}>
        <Filters view={view} onChange={onChange} />
      </div>
      {currency !== undefined && points.length > 0 ? (
        <div className={classes.picture}>
          <Picture points={points} currency={currency} slug={slug} />
          {left > 0 ? <p className={classes.left}>{t("map.left", { count: left, currency })}</p> : null}
          {hasNextPage && rows.length >= mostDots ? (
            <p className={classes.left}>{t("map.first", { count: rows.length })}</p>
          ) : null}
        </div>
      ) : rows.length === 0 && !pages.isPending ? (
        <Nothing
          isFiltered={isFiltered(view)}
          slug={slug}
          onClear={() => onChange(readPortfolioView({ view: view.view }))}
        />
      ) : isReading ? (
        <LoadingState rows={8} />
      ) : (
        <EmptyState title={t("map.empty.title")}>{t("map.empty.text")}</EmptyState>
      )}
    </>
  )
}

type PictureProps = { points: ReturnType<typeof mapPoints>["points"]; currency: string; slug: string }

const Picture = ({ points, currency, slug }: PictureProps) => {
  const { t } = useTranslation(["portfolio", "marks"])
  const format = useFormat()
  const navigate = useNavigate()
  const words = {
    value: t("map.value", { currency }),
    health: t("map.health"),
    states: {
      silent: t("marks:health.silent"),
      drifting: t("marks:health.drifting"),
      steady: t("marks:health.steady"),
      not_scored: t("marks:health.not_scored"),
    },
    money: (value: number) =>
      format.money({ amountMinor: Math.round(value * minorPerMajor(currency)), currency }, true),
    share: (health: number) => format.percent(health / 100),
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow the language
  const option = useMemo(() => (tokens: Tokens) => mapOption(points, words, tokens), [points, currency, t])
  return (
    <Chart
      label={t("map.label", { count: points.length })}
      option={option}
      height={460}
      table={{
        columns: [t("column.name"), words.value, words.health, t("column.drift")],
        rows: points.map(({ name, value, health, state }) => [
          name,
          Math.round(value),
          Math.round(health),
          words.states[state],
        ]),
      }}
      onReady={(chart) =>
        chart.on("click", ({ data }) => void navigate({ to: partnershipPath(slug, (data as { id: string }).id) }))
      }
    />
  )
}

export default PortfolioMap
