import { useInfiniteQuery, useQueries } from "@tanstack/react-query"
import { useMemo } from "react"
import { readOf } from "#client/read"
import { isShort } from "#client/usePages"
import { getWeeklyHealth } from "#contract/drift"
import type { listPartnerships } from "#contract/portfolio"
import type { OutputOf } from "#core/endpoint"
import { viewPages } from "./pages.ts"
import type { PortfolioView } from "./view.ts"

export type PortfolioRow = OutputOf<typeof listPartnerships>["items"][number]

/** Lines that were asked for together. */
export type Lines = Readonly<{ items: readonly PortfolioRow[] }>

export type Weeks = OutputOf<typeof getWeeklyHealth>
/** A line's last year, week by week; it arrives a moment after the line. */
export type RowWeeks = Weeks["items"][number] & { firstWeek: string }

/** The pages of the list that were scrolled to. */
export const useRows = (view: PortfolioView) => {
  const pages = useInfiniteQuery({
    ...viewPages(view),
    placeholderData: (previous) => previous,
    refetchOnWindowFocus: ({ state }) => isShort(state.data),
  })
  const rows = useMemo(() => pages.data?.pages.flatMap(({ items }) => items) ?? noRows, [pages.data])
  return { pages, rows, parts: pages.data?.pages ?? noPages }
}

const noRows: readonly PortfolioRow[] = []
const noPages: readonly Lines[] = []

export type Rows = ReturnType<typeof useRows>

/** The weeks of these lines, one answer per page of them; an empty page has none to ask for. */
export const useWeeks = (pages: readonly Lines[]): readonly (Weeks | undefined)[] => {
  const ids = useMemo(() => pages.map(({ items }) => items.map(({ id }) => id).join(",")), [pages])
  return useQueries({
    queries: ids.map((partnerships) => ({
      ...readOf(getWeeklyHealth, { query: { partnerships, weeks: 52 } }),
      enabled: partnerships !== "",
    })),
    combine: dataOf,
  })
}

const dataOf = (answers: readonly { data: Weeks | undefined }[]) => answers.map(({ data }) => data)

/** What an answer says of each line. */
export const weeksById = (weeks: Weeks | undefined): readonly RowWeeks[] =>
  weeks?.items.map((item) => ({ ...item, firstWeek: weeks.firstWeek })) ?? []
