import type { Instant } from "#core/time"
import { sql } from "#platform/database"

/** SQL: the clock still waits to be stopped, running or paused. */
export const isGoingIn = (alias: string) =>
  sql<boolean>`(${sql.ref(`${alias}.stopped_at`)} is null and ${sql.ref(`${alias}.cancelled_at`)} is null)`

/** SQL: a question is out, and time does not count. */
export const isPausedIn = (alias: string) =>
  sql<boolean>`(${isGoingIn(alias)} and ${sql.ref(`${alias}.questions`)} @> '[{"to": null}]')`

/** SQL: its due time has passed before it ended, as at a moment; the moment itself is in time. */
export const isLateIn = (alias: string, now: Instant) =>
  sql<boolean>`coalesce(coalesce(${sql.ref(`${alias}.stopped_at`)}, ${sql.ref(`${alias}.cancelled_at`)}, ${now}::timestamptz) > ${sql.ref(`${alias}.due_at`)}, false)`

/**
 * SQL: whether the promise was kept is settled by a moment, because it ended by then or its due time had passed; for good, whatever came after.
 * Withdrawn before it was due, it was neither.
 */
export const isSettledIn = (alias: string, knownAt: Instant) => {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql<boolean>`(${column("made_at")} <= ${knownAt} and (${column("due_at")} < ${knownAt} or ${column("stopped_at")} <= ${knownAt})
    and (${column("cancelled_at")} is null or ${column("cancelled_at")} > ${column("due_at")}))`
}
