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
  "second_factor.failed",
  "password.refused",
  "password.changed",
  "second_factor.on",
  "second_factor.off",
  "recovery_codes.made",
] as const
type Kind = (typeof signInKinds)[number]

/** Whose account it is about; nobody where the address has none, which only the operator's log is told. */
export type SecurityEvent = Readonly<{ kind: Kind; userId: string | undefined; place: Place }>
export type RecordSecurityEvent = (event: SecurityEvent) => Promise<void>

/** Of one kind, one person's in an hour: a flood of guesses is one fact, and must not fill the disk. */
const mostAnHour = 60

/** Writes down what happened at the doors: for operators as a line of the log, for administrators in a table. */
export const securityEvents =
  ({ pool, clock, log }: Readonly<{ pool: pg.Pool; clock: Clock; log: Log }>): RecordSecurityEvent =>
  async ({ kind, userId, place }) => {
    const level = kind.endsWith("failed") || kind.endsWith("refused") || kind.endsWith("held_up") ? "warn" : "info"
    log[level]({ part: "security", kind, userId, ...place }, kind)
    if (userId === undefined) return
    const now = clock.now()
    const { rows } = await pool.query<{ lately: number }>(
      `select count(*)::int as lately from security_event
        where user_id = $1 and kind = $2 and at > $3::timestamptz - make_interval(hours => 1)`,
      [userId, kind, now],
    )
    if ((rows[0]?.lately ?? 0) >= mostAnHour) return
    await pool.query(
      "insert into security_event (id, kind, user_id, address, device, at) values ($1, $2, $3, $4, $5, $6)",
      [newId(), kind, userId, place.address.slice(0, 100), place.device.slice(0, 200), now],
    )
  }

/** How long they are kept. */
export const keptSecurityDays = 400

/** Forgets what is older. */
export const forgetOldSecurityEvents = async ({ db, now }: Tx): Promise<void> => {
  await sql`select forget_security_events(${now}::timestamptz - make_interval(days => ${keptSecurityDays}))`.execute(db)
}
