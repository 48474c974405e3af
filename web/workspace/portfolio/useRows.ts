import { useInfiniteQuery, useQueries } from "@tanstack/react-query"
import { useMemo } from "react"
import { call } from "#client/call"
import { keyOf } from "#client/useEndpoint"
import { getWeeklyHealth } from "#contract/drift"
import { listPartnerships } from "#contract/partnerships"
import type { OutputOf } from "#core/endpoint"
import { filterOf, type PortfolioView } from "./view.ts"

type Line = OutputOf<typeof listPartnerships>["items"][number]
type Health = OutputOf<typeof getWeeklyHealth>["items"][number]

/** A line of the portfolio with its weeks; they arrive a moment later, a page of lines at a time. */
export type PortfolioRow = Line & { weeks: (Health & { firstWeek: string }) | undefined }

const pageSize = 100

/** The pages of the list that were scrolled to, each with the weeks of its lines. */
export const useRows = (view: PortfolioView) => {
  const filter = filterOf(view)
  const pages = useInfiniteQuery({
    queryKey: [...keyOf(listPartnerships), "portfolio", filter, view.sort],
    queryFn: ({ pageParam, signal }) =>
      call(listPartnerships, {
        query: { ...filter, sort: view.sort, limit: pageSize, ...(pageParam === "" ? {} : { after: pageParam }) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: (previous) => previous,
  })
  const ids = (pages.data?.pages ?? []).map(({ items }) => items.map(({ id }) => id).join(","))
  const health = useQueries({
    queries: ids
      .filter((page) => page !== "")
      .map((partnerships) => ({
        queryKey: [...keyOf(getWeeklyHealth), partnerships],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          call(getWeeklyHealth, { query: { partnerships, weeks: 52 }, signal }),
      })),
    combine: (answers) => answers.map(({ data }) => data),
  })
  const rows = useMemo((): PortfolioRow[] => {
    const known = new Map(
      health.flatMap((page) =>
        (page?.items ?? []).map((item) => [item.partnershipId, { ...item, firstWeek: page?.firstWeek ?? "" }] as const),
      ),
    )
    const lines = pages.data?.pages.flatMap(({ items }) => items) ?? []
    return lines.map((line) => ({ ...line, weeks: known.get(line.id) }))
  }, [pages.data, health])
  return { pages, rows }
}

export type Rows = ReturnType<typeof useRows>
