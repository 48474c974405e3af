import type pg from "pg"
import type { Clock } from "./clock.ts"
import { sql } from "./database.ts"
import type { Place } from "./identity/letters.ts"
import { newId } from "./ids.ts"
import type { Log } from "./log.ts"
import type { Tx } from "./tx.ts"

/** What is noted of sign-in. What a workspace's people do in it is in the ledger; such kinds say `concernsSecurity`. */
export const signInKinds = [
  "sign_in.succeeded",
  "sign_in.failed",
  "sign_in.held_up",
  "sign_in.throttled",
  "second_factor.failed",
  "password.refused",
  "password.changed",
  "second_factor.on",
  "second_factor.off",
  "recovery_codes.made",
  "request.cross_site",
] as const
type Kind = (typeof signInKinds)[number]

/** Whose account it is about; nobody where the address has none, which only the operator's log is told. */
export type SecurityEvent = Readonly<{ kind: Kind; userId: string | undefined; place: Place }>
export type RecordSecurityEvent = (event: SecurityEvent) => Promise<void>

/** What was refused, rather than done. */
export const isRefused = (kind: string): boolean => /\.(failed|refused|held_up|throttled|cross_site)$/.test(kind)

/** Rows of one kind and one person in an hour; what comes from more addresses than that is counted together, from nowhere in particular. */
const mostAnHour = 60

/** Writes down what happened at the doors: for operators as a line of the log, for administrators in a table. */
export const securityEvents =
  ({ pool, clock, log }: Readonly<{ pool: pg.Pool; clock: Clock; log: Log }>): RecordSecurityEvent =>
  async ({ kind, userId, place }) => {
    log[isRefused(kind) ? "warn" : "info"]({ part: "security", kind, userId, ...place }, kind)
    if (userId === undefined) return
    const [now, address] = [clock.now(), place.address.slice(0, 100)]
    const again = (from: string) =>
      pool.query(
        `update security_event set times = times + 1, last_at = $4 where id = (select id from security_event
          where user_id = $1 and kind = $2 and address = $3 and at > $4::timestamptz - make_interval(hours => 1)
          order by at desc limit 1)`,
        [userId, kind, from, now],
      )
    // A change of a credential is a fact by itself; the same refusal again is more of one.
    if (isRefused(kind) && (await again(address)).rowCount) return
    const { rows } = await pool.query<{ lately: number }>(
      `select count(*)::int as lately from security_event
        where user_id = $1 and kind = $2 and at > $3::timestamptz - make_interval(hours => 1)`,
      [userId, kind, now],
    )
    const isFlood = (rows[0]?.lately ?? 0) >= mostAnHour
    if (isFlood && (await again("")).rowCount) return
    await pool.query(
      "insert into security_event (id, kind, user_id, address, device, at) values ($1, $2, $3, $4, $5, $6)",
      [newId(), kind, userId, isFlood ? "" : address, isFlood ? "" : place.device.slice(0, 200), now],
    )
  }

/** Forgets what is older than so many days. */
export const forgetOldSecurityEvents =
  (keptDays: number) =>
  async ({ db, now }: Tx): Promise<void> => {
    await sql`select forget_security_events(${now}::timestamptz - make_interval(days => ${keptDays}))`.execute(db)
  }
