import type { Instant, PlainDate } from "#core/time"
import type { Standing } from "./decide.ts"
import type { OccurrenceState } from "./states.ts"

/** How a promised time ended, or that it is over: what its clock says. */
export type ClockEnd = Readonly<{
  dueAt: Instant | null
  stoppedAt: Instant | null
  cancelledAt: Instant | null
  voidedAt: Instant | null
}>

/** Clocks count whole minutes; promised hours may have any fraction. One minute at least. */
export const minutesIn = (hours: number): number => Math.max(1, Math.round(hours * 60))

/**
 * What became of the promise behind a clock, as of a moment: kept at the due instant still, missed a moment later, and then kept late for
 * good; undefined while it is open, where nothing is promised, and when it was withdrawn before it was due or recorded wrongly.
 */
export const standingByClock = (
  { dueAt, stoppedAt, cancelledAt, voidedAt }: ClockEnd,
  now: Instant,
  dateOf: (at: Instant) => PlainDate,
): Standing | undefined => {
  if (dueAt === null || voidedAt !== null) return undefined
  const isLate = (stoppedAt ?? cancelledAt ?? now) > dueAt
  if (stoppedAt !== null)
    return { state: isLate ? "kept_late" : "kept", closedOn: dateOf(stoppedAt), reportedOn: null, missedOn: null }
  return isLate ? { state: "missed", closedOn: dateOf(dueAt), reportedOn: null, missedOn: null } : undefined
}

/**
 * What a clock still changes of an occurrence: a missed one is kept late, one that was kept is late by what both parties agreed afterwards, a
 * wrong record lets off; people's own word stays.
 */
export const followsClock = (before: OccurrenceState, clock: ClockEnd): OccurrenceState | undefined => {
  if (clock.voidedAt !== null) return ["kept", "kept_late", "missed"].includes(before) ? "waived" : undefined
  if (before === "kept" && clock.stoppedAt !== null && clock.dueAt !== null && clock.stoppedAt > clock.dueAt)
    return "kept_late"
  return before === "missed" && clock.stoppedAt !== null ? "kept_late" : undefined
}
