import { Button, Group } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { lazy, Suspense, useDeferredValue, useState } from "react"
import { useTranslation } from "react-i18next"
import { useMayGo } from "#client/useMayGo"
import { useToday } from "#client/useToday"
import { importsPath } from "#paths/imports"
import { newPartnershipPath } from "#paths/new-partnership"
import { partnershipPath } from "#paths/partnership"
import { type Band, type Column, DataTable } from "#ui/DataTable"
import { EmptyState } from "#ui/states"
import { Filters } from "./Filters.tsx"
import type { LinesProps } from "./lines.ts"
import { useColumns } from "./useColumns.tsx"
import type { GroupRow } from "./useGroupedRows.ts"
import type { Lines, PortfolioRow, Rows } from "./useRows.ts"
import { filterOf, isByValue, isFiltered, isNarrowedByValue, type PortfolioView, readPortfolioView } from "./view.ts"
import { WeeksProvider } from "./weeks.tsx"

/** A partnership, or what heads a group of them. */
export type Line = PortfolioRow | GroupRow

type PortfolioTableProps = LinesProps & {
  from: Readonly<{ pages: Paging; rows: readonly Line[]; parts: readonly Lines[] }>
  /** Where lines stand in groups: what heads one. */
  bandOf?: (row: Line) => Band | undefined
  /** How many partnerships there are in all, where that is known. */
  total?: number | undefined
}

type Paging = Pick<Rows["pages"], "isPending" | "hasNextPage" | "isFetchingNextPage"> & { fetchNextPage: () => unknown }

const Selected = lazy(() => import("./Selected.lazy.tsx"))
const Preview = lazy(() => import("./Preview.lazy.tsx"))

const OtherCurrencies = lazy(() => import("./OtherCurrencies.lazy.tsx"))

const none: readonly Line[] = []
const isLine = (row: Line): row is PortfolioRow => !("group" in row)
const nobody: ReadonlySet<string> = new Set()

/** The portfolio line by line; opening a line opens the partnership. */
export const PortfolioTable = ({
  from: { pages, rows, parts },
  view,
  slug,
  onChange,
  columns,
  onColumns,
  bandOf,
  total,
}: PortfolioTableProps) => {
  const { t } = useTranslation("portfolio")
  // The page's sentence and its filters are painted before the lines, and scrolling goes before what arrives meanwhile.
  const lines = useDeferredValue(rows, none)
  const [selected, setSelected] = useSelection(view)
  const [previewed, setPreviewed] = useState<PortfolioRow>()
  const chosen = selected.size === 0 ? [] : chosenOf(lines, selected)
  const today = useToday()
  const columnDefs = useColumns() as readonly Column<Line>[]
  const table = (rest: (ids?: readonly string[]) => void) => (
    <>
      <DataTable
        label={t("title")}
        onRest={(inView) => rest(inView?.filter(isLine).map(({ id }) => id))}
        asOf={today}
        selected={selected}
        onSelect={setSelected}
        onPreview={(row) => {
          if (isLine(row)) setPreviewed((shown) => (shown?.id === row.id ? undefined : row))
        }}
        {...(bandOf ? { bandOf } : {})}
        {...(total === undefined ? {} : { total })}
        isPreviewing={previewed !== undefined}
        rows={lines}
        columns={columnDefs}
        {...(columns === undefined ? {} : { shown: columns })}
        onShown={onColumns}
        rowKey={({ id }) => id}
        rowTo={({ id }) => partnershipPath(slug, id)}
        sort={view.sort}
        onSort={(sort) => onChange(readPortfolioView({ ...view, sort }))}
        isLoading={pages.isPending || (lines === none && rows.length > 0)}
        hasMore={pages.hasNextPage}
        onMore={() => void (pages.isFetchingNextPage || pages.fetchNextPage())}
        maxHeight="calc(100dvh - 210px)"
        toolbar={
          chosen.length > 0 ? (
            <Suspense>
              <Selected rows={chosen} columns={columns} onClear={() => setSelected(nobody)} />
            </Suspense>
          ) : (
            <>
              <Filters view={view} onChange={onChange} />
              {isByValue(view) ? (
                <Suspense>
                  <OtherCurrencies isNarrowed={isNarrowedByValue(view)} />
                </Suspense>
              ) : null}
            </>
          )
        }
        empty={
          <Nothing
            isFiltered={isFiltered(view)}
            slug={slug}
            onClear={() => onChange(readPortfolioView({ view: view.view, columns: view.columns }))}
          />
        }
      />
      {previewed ? (
        <Suspense>
          <Preview
            row={lines.filter(isLine).find(({ id }) => id === previewed.id) ?? previewed}
            to={partnershipPath(slug, previewed.id)}
            onClose={() => setPreviewed(undefined)}
          />
        </Suspense>
      ) : null}
    </>
  )
  return <WeeksProvider pages={parts}>{table}</WeeksProvider>
}

/** Lines that are chosen, as long as the list is of the same: of another list nobody has chosen anything yet. */
const useSelection = (view: PortfolioView) => {
  const [selected, setSelected] = useState(nobody)
  const narrowed = JSON.stringify(filterOf(view))
  const [before, setBefore] = useState(narrowed)
  if (narrowed !== before) {
    setBefore(narrowed)
    setSelected(nobody)
  }
  return [selected, setSelected] as const
}

/** Each once: a partnership with several tags stands in several groups. */
const chosenOf = (lines: readonly Line[], selected: ReadonlySet<string>): readonly PortfolioRow[] => [
  ...new Map(lines.filter(isLine).flatMap((row) => (selected.has(row.id) ? [[row.id, row]] : []))).values(),
]

type NothingProps = { isFiltered: boolean; slug: string; onClear: () => void }

/** No line: because of the filters, or because the workspace is new. */
export const Nothing = ({ isFiltered: hasFilters, slug, onClear }: NothingProps) => {
  const { t } = useTranslation("portfolio")
  const mayBegin = useMayGo()("seeToRecord")
  return hasFilters ? (
    <EmptyState
      title={t("noneMatch.title")}
      action={
        <Button variant="default" onClick={onClear}>
          {t("noneMatch.clear")}
        </Button>
      }
    >
      {t("noneMatch.text")}
    </EmptyState>
  ) : (
    <EmptyState
      title={t("empty.title")}
      action={
        mayBegin ? (
          <Group gap="xs">
            <Button component={Link} to={importsPath(slug)}>
              {t("empty.import")}
            </Button>
            <Button component={Link} to={newPartnershipPath(slug)} variant="default">
              {t("add")}
            </Button>
          </Group>
        ) : null
      }
    >
      {t("empty.text")}
    </EmptyState>
  )
}
