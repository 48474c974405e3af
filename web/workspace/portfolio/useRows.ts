import { useInfiniteQuery, useQueries } from "@tanstack/react-query"
import { useMemo } from "react"
import { readOf } from "#client/read"
import { isShort } from "#client/usePages"
import { getWeeklyHealth } from "#contract/drift"
import type { listPartnerships } from "#contract/portfolio"
import type { OutputOf } from "#core/endpoint"
import { viewPages } from "./pages.ts"
import type { PortfolioView } from "./view.ts"

/** Lines that were asked for together. */
export type Lines = Readonly<{ items: OutputOf<typeof listPartnerships>["items"] }>
type Weeks = OutputOf<typeof getWeeklyHealth>

/** A line of the portfolio with its weeks; they arrive a moment later, a page of lines at a time. */
export type PortfolioRow = Lines["items"][number] & {
  weeks: (Weeks["items"][number] & { firstWeek: string }) | undefined
}

/** The pages of the list that were scrolled to, each with the weeks of its lines. */
export const useRows = (view: PortfolioView) => {
  const pages = useInfiniteQuery({
    ...viewPages(view),
    placeholderData: (previous) => previous,
    refetchOnWindowFocus: ({ state }) => isShort(state.data),
  })
  const known = useWeeks(pages.data?.pages)
  const rows = useMemo(() => known.flat(), [known])
  return { pages, rows }
}

/** The same lines with their weeks, page by page. */
export const useWeeks = (pages: readonly Lines[] = noPages): readonly (readonly PortfolioRow[])[] => {
  // An empty page has no weeks to ask for, and is asked for nobody's.
  const ids = useMemo(() => pages.map(({ items }) => items.map(({ id }) => id).join(",")), [pages])
  const weeks = useQueries({
    queries: ids.map((partnerships) => ({
      ...readOf(getWeeklyHealth, { query: { partnerships, weeks: 52 } }),
      enabled: partnerships !== "",
    })),
    combine: (answers) => answers.map(({ data }) => data),
  })
  return useMemo(() => pages.map((page, index) => rowsOf(page, weeks[index])), [pages, weeks])
}

const noPages: readonly Lines[] = []

export type Rows = ReturnType<typeof useRows>

const made = new WeakMap<Lines, { weeks: Weeks | undefined; rows: readonly PortfolioRow[] }>()

/** Made once per answer: a page added at the end leaves the lines before it, and what is drawn of them, as they are. */
const rowsOf = (page: Lines, weeks: Weeks | undefined): readonly PortfolioRow[] => {
  const kept = made.get(page)
  if (kept && kept.weeks === weeks) return kept.rows
  const known = new Map(weeks?.items.map((item) => [item.partnershipId, { ...item, firstWeek: weeks.firstWeek }]))
  const rows = page.items.map((line) => ({ ...line, weeks: known.get(line.id) }))
  made.set(page, { weeks, rows })
  return rows
}
