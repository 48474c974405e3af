import { infiniteQueryOptions } from "@tanstack/react-query"
import { call } from "#client/call"
import { keyOf } from "#client/useEndpoint"
import { listPartnerships } from "#contract/portfolio"
import { filterOf, type PortfolioView } from "./view.ts"

const pageSize = 100

/** The list behind a view, page by page. */
export const pagesOf = (view: PortfolioView) => {
  const filter = filterOf(view)
  return infiniteQueryOptions({
    queryKey: [...keyOf(listPartnerships), "portfolio", filter, view.sort],
    queryFn: ({ pageParam, signal }) =>
      call(listPartnerships, {
        query: { ...filter, sort: view.sort, limit: pageSize, ...(pageParam === "" ? {} : { after: pageParam }) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  })
}
