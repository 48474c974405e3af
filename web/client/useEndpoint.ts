import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query"
import type { Endpoint, OutputOf, RefusalOf } from "#core/endpoint"
import type { CallOf } from "./call.ts"
import type { Problem } from "./problem.ts"
import { readOf } from "./read.ts"
import { useCallTo } from "./workspace.ts"

type ReadOptions<Read> = {
  /** False while something the call needs is not known yet. */
  isEnabled?: boolean
  /** Keep showing the last answer while the next one loads (filters, pages). */
  keepsPrevious?: boolean
  /** Ask again every so many milliseconds; or as the last answer says, false for no more. */
  refreshMs?: number | ((read: Read) => number | false)
}

/** Reads an endpoint into the page: `const deals = useEndpoint(listDeals, { query: { limit: 50 } })`. */
export const useEndpoint = <E extends Endpoint>(
  endpoint: E,
  args: CallOf<E>,
  options: ReadOptions<OutputOf<E>> = {},
): UseQueryResult<OutputOf<E>, Problem<RefusalOf<E>>> =>
  useQuery<OutputOf<E>, Problem<RefusalOf<E>>>({
    ...readOf(endpoint, { ...useCallTo(), ...args }),
    enabled: options.isEnabled ?? true,
    ...(options.keepsPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(options.refreshMs === undefined ? {} : { refetchInterval: intervalOf(options.refreshMs) }),
  })

const intervalOf = <Read>(refresh: NonNullable<ReadOptions<Read>["refreshMs"]>) =>
  typeof refresh === "number"
    ? refresh
    : ({ state: { data } }: { state: { data?: Read | undefined } }) => (data === undefined ? false : refresh(data))
