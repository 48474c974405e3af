import { sideOf, type WorkspaceActor } from "#core/actor"
import type { Instant } from "#core/time"
import type { ClockView } from "./contract.ts"
import { hoursOf } from "./hours.ts"
import { isBreached, leftMs, stateOf } from "./rules.ts"
import type { ClockRow } from "./store.ts"

const minuteMs = 60_000

/** A clock as both sides see it: one instant, whose turn it is, and what is left by now. */
export const clockFor = (actor: WorkspaceActor, row: ClockRow, now: Instant): ClockView => {
  const state = stateOf(row)
  const promiser = sideOf(row.partyId, actor)
  const left = leftMs(row, now, hoursOf)
  const { name, timeZone } = (row.course.findLast(({ from }) => from <= now) ?? row.course[0] ?? { calendar: unknown })
    .calendar
  return {
    id: row.id,
    promise: row.promise,
    state,
    turn: state === "running" ? promiser : state === "paused" ? (promiser === "host" ? "partner" : "host") : null,
    startedAt: row.startedAt,
    promisedMinutes: row.promisedMinutes,
    leftMinutes: left === undefined ? null : Math.ceil(left / minuteMs),
    dueAt: row.dueAt,
    isLate: isBreached(row, now),
    stoppedAt: row.stoppedAt,
    calendar: { name, timeZone },
  }
}

/** Never shown: a clock starts with the calendar it starts by. */
const unknown = { name: "", timeZone: "UTC" }
