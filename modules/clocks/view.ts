import { abilityOf } from "#core/ability"
import { sideOf, type WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { listMembers } from "#modules/workspaces"
import type { WorkspaceTx } from "#platform/tx"
import type { ClockView } from "./contract.ts"
import { hoursOf } from "./hours.ts"
import { mayHandOver } from "./policy.ts"
import { decideHandOver, isBreached, leftMs, pausesOf, stateOf } from "./rules.ts"
import type { ClockRow } from "./store.ts"

const minuteMs = 60_000

/** A clock as both sides see it: one instant, whose turn it is, and what is left by now. */
export const clockFor = (
  actor: WorkspaceActor,
  row: ClockRow,
  now: Instant,
  nameOf: NameOf = () => undefined,
): ClockView => {
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
    warnAt: row.warnAt,
    course: row.course.map(({ from, calendar, memberId }) => ({
      ...{ from, team: calendar.name, timeZone: calendar.timeZone },
      person: (memberId ? nameOf(memberId) : undefined) ?? null,
    })),
    pauses: pausesOf(row.questions).map((each) => ({ ...each })),
    abilities: { handOver: abilityOf(mayHandOver(actor), decideHandOver(row)) },
  }
}

/** What somebody of the host is called; nobody has a name for those who may not know. */
export type NameOf = (memberId: Id) => string | undefined

/** The names of those who hold these clocks, where the reader may know them: the host's people are the host's to know. */
export const holderNames = async (tx: WorkspaceTx, rows: readonly ClockRow[]): Promise<NameOf> => {
  if (tx.actor.side !== "host" || !rows.some(({ course }) => course.some(({ memberId }) => memberId)))
    return () => undefined
  const names = new Map((await listMembers(tx)).map(({ id, name }) => [id, name]))
  return (id) => names.get(id)
}

/** Never shown: a clock starts with the calendar it starts by. */
const unknown = { name: "", timeZone: "UTC" }
