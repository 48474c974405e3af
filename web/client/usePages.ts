import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import type { OutputOf } from "#core/endpoint"
import type { CallOf } from "./call.ts"
import { type ListEndpoint, pagesOf } from "./read.ts"
import { useCallTo } from "./workspace.ts"

type RowOf<E> = E extends { output: { _zod: { input: { items: (infer Row)[] } } } } ? Row : never

const shortPages = 5

/** Coming back to the window reads a short list anew; a long one would be asked for page by page, for nobody to see. */
export const isShort = (read: { pages: readonly unknown[] } | undefined): boolean =>
  (read?.pages.length ?? 0) <= shortPages

/** Reads a list page by page, as far as the reader scrolls: `const deals = usePages(listDeals, { query: { sort } })`. */
export const usePages = <E extends ListEndpoint>(endpoint: E, args: CallOf<E>) => {
  const query = useInfiniteQuery({
    ...pagesOf(endpoint, { ...useCallTo(), ...args }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: ({ state }) => isShort(state.data),
  })
  return {
    /** The first page, for what it says beside its rows. */
    first: query.data?.pages[0] as OutputOf<E> | undefined,
    rows: query.data?.pages.flatMap((page) => (page as { items: RowOf<E>[] }).items) ?? [],
    hasMore: query.hasNextPage,
    more: () => {
      if (!query.isFetchingNextPage) void query.fetchNextPage()
    },
    isMoreLoading: query.isFetchingNextPage,
    isLoading: query.isLoading,
    error: query.error,
    refetch: query.refetch,
  }
}
