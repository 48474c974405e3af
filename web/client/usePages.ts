import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import type { Endpoint, OutputOf } from "#core/endpoint"
import { type CallOf, call } from "./call.ts"
import { keyOf } from "./useEndpoint.ts"

type Page<Row> = { items: readonly Row[]; next: string | null }
type RowOf<E> = E extends { output: { _zod: { input: { items: (infer Row)[] } } } } ? Row : never

const shortPages = 5

/** Coming back to the window reads a short list anew; a long one would be asked for page by page, for nobody to see. */
export const isShort = (read: { pages: readonly unknown[] } | undefined): boolean =>
  (read?.pages.length ?? 0) <= shortPages

/** Reads a list page by page, as far as the reader scrolls: `const deals = usePages(listDeals, { query: { sort } })`. */
export const usePages = <E extends Endpoint>(endpoint: E, args: CallOf<E>) => {
  const query = useInfiniteQuery({
    queryKey: [...keyOf(endpoint, args), "pages"],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const { query: given = {}, ...more } = args as { query?: Record<string, unknown> }
      const asked = { ...more, query: pageParam === undefined ? given : { ...given, after: pageParam }, signal }
      return (await call(endpoint, asked as never)) as Page<RowOf<E>>
    },
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: ({ state }) => isShort(state.data),
  })
  return {
    /** The first page, for what it says beside its rows. */
    first: query.data?.pages[0] as OutputOf<E> | undefined,
    rows: query.data?.pages.flatMap(({ items }) => items) ?? [],
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
