import { LRUCache } from "lru-cache"
import type { WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import { sql } from "./database.ts"
import { hashOfToken } from "./link.ts"
import { notFound, tooManyRequests } from "./problem.ts"
import type { Enter } from "./session.ts"
import type { Transact } from "./transaction.ts"

type Holder = Readonly<{ workspaceId: Id; slug: string; timeZone: string; userId: string | null }>

/** Who acts through a link: the person it was mailed to, as they are now, or Keelson itself where they have no account. */
export type Holders = Readonly<{
  actorFor(token: string, from: Readonly<{ address: string; userId: string | undefined }>): Promise<WorkspaceActor>
}>

const guessWindowMs = 60_000

/** A link that is unknown, and one whose person has left, are told alike; whoever tries many unknown ones is asked to wait. */
export const openHolders = (transact: Transact, enter: Enter, guessesPerMinute: number): Holders => {
  const wrong = new LRUCache<string, number>({ max: 50_000, ttl: guessWindowMs })
  return {
    actorFor: async (token, { address, userId }) => {
      const guesses = wrong.get(address) ?? 0
      if (guesses >= guessesPerMinute) throw tooManyRequests(guessWindowMs)
      const holder = await findHolder(transact, hashOfToken(token))
      if (!holder) {
        wrong.set(address, guesses + 1, { noUpdateTTL: true })
        throw notFound()
      }
      const { workspaceId, slug, timeZone } = holder
      if (holder.userId === null)
        return { kind: "system", side: "host", workspaceId, timeZone, job: "link", ...(userId ? { userId } : {}) }
      // Asked anew each time: a link ends in the second in which its person's access does.
      const actor = await enter(holder.userId, slug)
      if (!actor) throw notFound()
      return actor
    },
  }
}

/** Whose link has that hash, from outside any workspace. */
export const findHolder = (transact: Transact, hash: string): Promise<Holder | undefined> =>
  transact(
    { kind: "anonymous" },
    async ({ db }) => (await sql<Holder>`select * from link_holder(${hash})`.execute(db)).rows[0],
    "read",
  )
