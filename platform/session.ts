import { createHash } from "node:crypto"
import { LRUCache } from "lru-cache"
import type { Actor, Member, PartnerUser } from "#core/actor"
import { partyOf } from "#core/actor"
import type { Scope } from "#core/endpoint"
import type { Identity, OpenSession } from "./identity.ts"
import { notFound, notSignedIn, secondFactorNeeded } from "./problem.ts"

/** Finds what a person is in a workspace; undefined when nothing. */
export type Enter = (userId: string, workspaceSlug: string) => Promise<Member | PartnerUser | undefined>
/** The same for somebody with a session, where the workspace may ask for a second factor first. */
export type EnterSignedIn = (
  userId: string,
  workspaceSlug: string,
) => Promise<Member | PartnerUser | "second-factor-needed" | undefined>

/** Every change is told at once; this is for what ends by itself: a session whose time is over. */
const rememberMs = 5_000

export type Sessions = Readonly<{
  actorFor(scope: Exclude<Scope, "link">, cookie: string | undefined, workspaceSlug: string | undefined): Promise<Actor>
  /** Whose session it is, if anybody's. */
  sessionOf(cookie: string | undefined): Promise<OpenSession | undefined>
  /** Forgets what is remembered of one person, of the people of one company or one workspace, or of everybody. */
  forget(whose?: string): void
}>

/** `mayRemember`: false while a change could go unheard; then everything is asked each time. */
export const openSessions = (identity: Identity, enter: EnterSignedIn, mayRemember: () => boolean): Sessions => {
  const open = new LRUCache<string, OpenSession>({ max: 10_000, ttl: rememberMs })
  const actors = new LRUCache<string, Member | PartnerUser>({ max: 10_000, ttl: rememberMs })
  let changes = 0
  /** What was read before a change, and comes after it was heard, is not kept. */
  const remembered = async <T extends object>(
    memory: LRUCache<string, T>,
    key: string,
    find: () => Promise<T | undefined>,
  ): Promise<T | undefined> => {
    const known = mayRemember() ? memory.get(key) : undefined
    if (known) return known
    const before = changes
    const found = await find()
    // Only what was just read is kept: keeping it anew at each request would keep a busy person in for ever.
    if (found && before === changes && mayRemember()) memory.set(key, found)
    return found
  }
  const sessionOf = async (cookie: string | undefined): Promise<OpenSession | undefined> => {
    if (cookie === undefined || !cookie.includes("keelson.session_token")) return undefined
    const key = createHash("sha256").update(cookie).digest("base64")
    return remembered(open, key, () => identity.sessionOf(new Headers({ cookie })))
  }
  const inside = async (userId: string, slug: string): Promise<Member | PartnerUser> => {
    const actor = await remembered(actors, `${userId} ${slug}`, async () => {
      const found = await enter(userId, slug)
      if (found === "second-factor-needed") throw secondFactorNeeded()
      return found
    })
    if (!actor) throw notFound()
    return actor
  }
  return {
    actorFor: async (scope, cookie, workspaceSlug) => {
      const user = (await sessionOf(cookie))?.user
      if (scope === "public") return user ? { kind: "person", userId: user.id } : { kind: "anonymous" }
      if (!user) throw notSignedIn()
      return scope === "person" ? { kind: "person", userId: user.id } : inside(user.id, workspaceSlug ?? "")
    },
    sessionOf,
    forget: (whose) => {
      changes++
      if (whose === undefined) {
        open.clear()
        actors.clear()
        return
      }
      for (const [key, { user }] of open.entries()) if (user.id === whose) open.delete(key)
      for (const [key, actor] of actors.entries())
        if (actor.userId === whose || partyOf(actor) === whose || actor.workspaceId === whose) actors.delete(key)
    },
  }
}
