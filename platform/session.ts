import { createHash } from "node:crypto"
import { LRUCache } from "lru-cache"
import type { Actor, Member, PartnerUser } from "#core/actor"
import type { Scope } from "#core/endpoint"
import type { User } from "./accounts.ts"
import type { Identity } from "./identity.ts"
import { notFound, notSignedIn, secondFactorNeeded } from "./problem.ts"

/** Finds what a person is in a workspace; undefined when nothing. */
export type Enter = (userId: string, workspaceSlug: string) => Promise<Member | PartnerUser | undefined>
/** The same for somebody with a session, where the workspace may ask for a second factor first. */
export type EnterSignedIn = (
  userId: string,
  workspaceSlug: string,
) => Promise<Member | PartnerUser | "second-factor-needed" | undefined>

/** A role taken away or a session ended elsewhere holds at the latest after this time; a sign-out here holds at once. */
const rememberMs = 5_000

export type Sessions = Readonly<{
  actorFor(scope: Exclude<Scope, "link">, cookie: string | undefined, workspaceSlug: string | undefined): Promise<Actor>
  /** Whose session it is, if anybody's. */
  userIdOf(cookie: string | undefined): Promise<string | undefined>
  /** Forgets what is remembered: after a sign-out or a change of roles. */
  forget(): void
}>

export const openSessions = (identity: Identity, enter: EnterSignedIn): Sessions => {
  const users = new LRUCache<string, User>({ max: 10_000, ttl: rememberMs })
  const actors = new LRUCache<string, Member | PartnerUser>({ max: 10_000, ttl: rememberMs })
  const userOf = async (cookie: string | undefined): Promise<User | undefined> => {
    if (cookie === undefined || !cookie.includes("keelson.session_token")) return undefined
    const key = createHash("sha256").update(cookie).digest("base64")
    const known = users.get(key)
    if (known) return known
    const user = await identity.userOf(new Headers({ cookie }))
    if (user) users.set(key, user)
    return user
  }
  const inside = async (userId: string, slug: string): Promise<Member | PartnerUser> => {
    const key = `${userId} ${slug}`
    const known = actors.get(key)
    if (known) return known
    const actor = await enter(userId, slug)
    if (!actor) throw notFound()
    if (actor === "second-factor-needed") throw secondFactorNeeded()
    // Only what was just read is kept: keeping it anew at each request would keep a busy person in for ever.
    actors.set(key, actor)
    return actor
  }
  return {
    actorFor: async (scope, cookie, workspaceSlug) => {
      const user = await userOf(cookie)
      if (scope === "public") return user ? { kind: "person", userId: user.id } : { kind: "anonymous" }
      if (!user) throw notSignedIn()
      return scope === "person" ? { kind: "person", userId: user.id } : inside(user.id, workspaceSlug ?? "")
    },
    userIdOf: async (cookie) => (await userOf(cookie))?.id,
    forget: () => {
      users.clear()
      actors.clear()
    },
  }
}
