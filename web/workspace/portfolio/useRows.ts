import { useInfiniteQuery, useQueries } from "@tanstack/react-query"
import { useMemo } from "react"
import { readOf } from "#client/read"
import { isShort } from "#client/usePages"
import { getWeeklyHealth } from "#contract/drift"
import type { listPartnerships } from "#contract/portfolio"
import type { OutputOf } from "#core/endpoint"
import { viewPages } from "./pages.ts"
import type { PortfolioView } from "./view.ts"

type Page = OutputOf<typeof listPartnerships>
type Weeks = OutputOf<typeof getWeeklyHealth>

/** A line of the portfolio with its weeks; they arrive a moment later, a page of lines at a time. */
export type PortfolioRow = Page["items"][number] & {
  weeks: (Weeks["items"][number] & { firstWeek: string }) | undefined
}

/** The pages of the list that were scrolled to, each with the weeks of its lines. */
export const useRows = (view: PortfolioView) => {
  const pages = useInfiniteQuery({
    ...viewPages(view),
    placeholderData: (previous) => previous,
    refetchOnWindowFocus: ({ state }) => isShort(state.data),
  })
  // Only the first page can be empty, and then it is the only one: the weeks of a page stand at its own place.
  const ids = useMemo(
    () => pages.data?.pages.map(({ items }) => items.map(({ id }) => id).join(",")).filter(Boolean) ?? [],
    [pages.data],
  )
  const weeks = useQueries({
    queries: ids.map((partnerships) => readOf(getWeeklyHealth, { query: { partnerships, weeks: 52 } })),
    combine: (answers) => answers.map(({ data }) => data),
  })
  const rows = useMemo(
    () => pages.data?.pages.flatMap((page, index) => rowsOf(page, weeks[index])) ?? [],
    [pages.data, weeks],
  )
  return { pages, rows }
}

export type Rows = ReturnType<typeof useRows>

const made = new WeakMap<Page, { weeks: Weeks | undefined; rows: readonly PortfolioRow[] }>()

/** Made once per answer: a page added at the end leaves the lines before it, and what is drawn of them, as they are. */
const rowsOf = (page: Page, weeks: Weeks | undefined): readonly PortfolioRow[] => {
  const kept = made.get(page)
  if (kept && kept.weeks === weeks) return kept.rows
  const known = new Map(weeks?.items.map((item) => [item.partnershipId, { ...item, firstWeek: weeks.firstWeek }]))
  const rows = page.items.map((line) => ({ ...line, weeks: known.get(line.id) }))
  made.set(page, { weeks, rows })
  return rows
}
