import { queryOptions } from "@tanstack/react-query"
import { queries } from "#client/queries"
import { request } from "#client/request"
import type { Instant } from "#core/time"

export type OwnSession = Readonly<{
  id: string
  beganAt: Instant
  seenAt: Instant
  /** What the browser calls itself. */
  device: string
  address: string
  isThis: boolean
}>

export const ownSessionsQuery = queryOptions({
  queryKey: ["own-sessions"],
  queryFn: async ({ signal }) =>
    (await request({ method: "GET", path: "/api/auth/own-sessions", signal })) as Readonly<{
      items: readonly OwnSession[]
    }>,
})

export const refreshSessions = (): Promise<void> => queries.invalidateQueries({ queryKey: ownSessionsQuery.queryKey })

export const endSessionOf = (id: string): Promise<unknown> =>
  request({ method: "POST", path: "/api/auth/own-sessions/end", body: { id } })

export const endOtherSessions = (): Promise<unknown> =>
  request({ method: "POST", path: "/api/auth/own-sessions/end-others", body: {} })
