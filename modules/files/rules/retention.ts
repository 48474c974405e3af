import type { Instant } from "#core/time"

/** An upload whose act did not come to its end leaves bytes behind; one that is still under way is younger than this. */
const orphanDays = 1

/** What was attached to a comment that was never sent is kept so long for its writer. */
const unsentDays = 14

const dayMs = 86_400_000

const daysBefore = (now: Instant, days: number): Instant => new Date(Date.parse(now) - days * dayMs).toISOString()

/** Bytes of files removed before the first moment, and such as came before the second and are of no file, are not kept. */
export const beforeOf = (now: Instant, retentionDays: number) => ({
  removedBefore: daysBefore(now, retentionDays),
  storedBefore: daysBefore(now, orphanDays),
  unsentBefore: daysBefore(now, unsentDays),
})
