import { infiniteQueryOptions, type QueryKey, queryOptions } from "@tanstack/react-query"
import type { Endpoint, OutputOf, RefusalOf, Topics } from "#core/endpoint"
import { addressOf, type CallOf, call } from "./call.ts"
import type { Problem } from "./problem.ts"

declare module "@tanstack/react-query" {
  interface Register {
    queryMeta: { reads?: Topics }
  }
}

/** The key under which an answer is kept: path pattern first, so that every variant of it can be found. */
export const keyOf = <E extends Endpoint>(endpoint: E, args?: CallOf<E>): QueryKey =>
  args === undefined ? [endpoint.method, endpoint.path] : [endpoint.method, endpoint.path, addressOf(endpoint, args)]

/** How an endpoint is read and its answer kept, for a page or ahead of it. */
export const readOf = <E extends Endpoint>(endpoint: E, args: CallOf<E>) =>
  queryOptions<OutputOf<E>, Problem<RefusalOf<E>>>({
    queryKey: keyOf(endpoint, args),
    queryFn: ({ signal }) => call(endpoint, { ...args, signal }),
    meta: { reads: endpoint.reads },
  })

/** An endpoint that answers a page of a list. */
export type ListEndpoint = Endpoint & { output: { _zod: { input: { next: string | null } } } }

/** The same for a list, page by page. */
export const pagesOf = <E extends ListEndpoint>(endpoint: E, args: CallOf<E>) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(endpoint, args), "pages"],
    queryFn: ({ pageParam, signal }) => {
      const { query: given = {}, ...more } = args as { query?: Record<string, unknown> }
      const query = pageParam === "" ? given : { ...given, after: pageParam }
      return call(endpoint, { ...more, query, signal } as unknown as CallOf<E>)
    },
    initialPageParam: "",
    getNextPageParam: (page: OutputOf<E>) => (page as { next: string | null }).next,
    meta: { reads: endpoint.reads },
  })
