import { queryOptions, useSuspenseQuery } from "@tanstack/react-query"
import { getMe } from "#contract/workspaces"
import type { OutputOf } from "#core/endpoint"
import { followRegion } from "#ui/locale"
import { call } from "./call.ts"
import { endSession } from "./inSession.ts"
import { isStatus } from "./problem.ts"
import { request } from "./request.ts"

/** Who is signed in and where they may go. */
export type Session = OutputOf<typeof getMe>
export type MyWorkspace = Session["workspaces"][number]

/** The session, or null for a visitor: not being signed in is an answer, not an error. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  meta: { reads: getMe.reads },
  staleTime: 60_000,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      const session = await call(getMe, { signal })
      followRegion(session.user.locale)
      return session
    } catch (problem) {
      if (isStatus(problem, 401)) return null
      throw problem
    }
  },
})

/** The session on pages that a visitor never reaches. */
export const useSession = (): Session => {
  const session = useSuspenseQuery(sessionQuery).data
  if (session === null) throw new Error("This page needs a signed-in person.")
  return session
}

/** Ends the session and leaves for the sign-in page, dropping everything this tab had read. */
export const signOut = async (): Promise<void> => {
  await endSession(() => request({ method: "POST", path: "/api/auth/sign-out", body: {} }))
  location.assign("/sign-in")
}
