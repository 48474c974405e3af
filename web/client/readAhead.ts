import type { Endpoint } from "#core/endpoint"
import type { CallOf } from "./call.ts"
import { queries } from "./queries.ts"
import { readOf } from "./read.ts"

/** Starts to read what a page is about to ask for with `useEndpoint`, while the page's code is still on its way. */
export const readAhead = <E extends Endpoint>(endpoint: E, args: CallOf<E>): void =>
  void queries.prefetchQuery(readOf(endpoint, args))
