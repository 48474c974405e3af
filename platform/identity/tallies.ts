import { createHash } from "node:crypto"
import type pg from "pg"
import type { Instant } from "#core/time"
import type { Rule, Tally } from "./rules.ts"

/** Counts of sign-in, kept in the database: one for all servers, and for all that ask at once. */
export type Tallies = Readonly<{
  /** One more under this key: how many there are now, or how long to wait. */
  count(key: string, rule: Rule, now: Instant): Promise<Readonly<{ count: number }> | Readonly<{ waitMs: number }>>
  clear(key: string): Promise<void>
}>

/** Nobody is named in what is counted. */
const hashOf = (key: string): string => createHash("sha256").update(key).digest("base64url")

const keptDays = 2

export const openTallies = (pool: pg.Pool): Tallies => ({
  count: async (key, rule, now) => {
    const client = await pool.connect()
    try {
      await client.query("begin")
      const answer = await countIn(client, hashOf(key), rule, now)
      await client.query("commit")
      return answer
    } catch (fault) {
      await client.query("rollback").catch(() => {})
      throw fault
    } finally {
      client.release()
    }
  },
  clear: async (key) => {
    await pool.query("delete from tally where key = $1", [hashOf(key)])
  },
})

const countIn = async (client: pg.ClientBase, key: string, rule: Rule, now: Instant) => {
  // Of two that come at once the second waits here and sees what the first counted.
  const { rowCount } = await client.query(
    "insert into tally (key, count, at) values ($1, 0, $2) on conflict do nothing",
    [key, now],
  )
  const { rows } = await client.query<{ count: number; at: Date }>(
    "select count, at from tally where key = $1 for update",
    [key],
  )
  const known: Tally | undefined =
    rowCount || !rows[0] ? undefined : { count: rows[0].count, at: notAhead(rows[0].at, now) }
  const verdict = rule(known, now)
  if ("waitMs" in verdict) {
    // So that the wait ends when it was said to, and not when the clock comes to where it was before.
    if (known && known.at !== rows[0]?.at.toISOString())
      await client.query("update tally set at = $2 where key = $1", [key, known.at])
    return verdict
  }
  await client.query("update tally set count = $2, at = $3 where key = $1", [key, verdict.next.count, verdict.next.at])
  if (verdict.next.count === 1) await forgetOld(client, now)
  return { count: verdict.next.count }
}

/** A clock that was put back: what was counted by it counts from now. Less than a minute is two servers' difference. */
const notAhead = (at: Date, now: Instant): Instant => (at.getTime() - Date.parse(now) > 60_000 ? now : at.toISOString())

const forgetOld = (client: pg.ClientBase, now: Instant) =>
  client.query("delete from tally where at < $1::timestamptz - make_interval(days => $2)", [now, keptDays])
