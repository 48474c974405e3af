import { keepPreviousData, type QueryKey, type UseQueryResult, useQuery } from "@tanstack/react-query"
import type { Endpoint, OutputOf, RefusalOf } from "#core/endpoint"
import { addressOf, type CallOf, call } from "./call.ts"
import type { Problem } from "./problem.ts"

type ReadOptions = {
  /** False while something the call needs is not known yet. */
  isEnabled?: boolean
  /** Keep showing the last answer while the next one loads (filters, pages). */
  keepsPrevious?: boolean
  /** Ask again every so many milliseconds. */
  refreshMs?: number
}

/** The key under which an answer is kept: path pattern first, so that an act can invalidate every variant of it. */
export const keyOf = <E extends Endpoint>(endpoint: E, args?: CallOf<E>): QueryKey =>
  args === undefined ? [endpoint.method, endpoint.path] : [endpoint.method, endpoint.path, addressOf(endpoint, args)]

/** Reads an endpoint into the page: `const deals = useEndpoint(listDeals, { query: { limit: 50 } })`. */
export const useEndpoint = <E extends Endpoint>(
  endpoint: E,
  args: CallOf<E>,
  options: ReadOptions = {},
): UseQueryResult<OutputOf<E>, Problem<RefusalOf<E>>> =>
  useQuery<OutputOf<E>, Problem<RefusalOf<E>>>({
    queryKey: keyOf(endpoint, args),
    queryFn: ({ signal }) => call(endpoint, { ...args, signal }),
    enabled: options.isEnabled ?? true,
    ...(options.keepsPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(options.refreshMs === undefined ? {} : { refetchInterval: options.refreshMs }),
  })
