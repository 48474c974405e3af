import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { addDays } from "#core/time"
import type { IsWorkday } from "#core/workdays"
import { addWorkdays, nextWorkday, workdaysBetween } from "#core/workdays"
import type { TaskState } from "./states.ts"

export const offsetUnits = ["days", "workdays"] as const
export type OffsetUnit = (typeof offsetUnits)[number]

/** How a task comes by its day: not at all, chosen by somebody, or so long after its plan's start or after another task. */
export const datings = ["none", "by_hand", "after_start", "after_task"] as const
export type Dating = (typeof datings)[number]

/** What a task's day is reckoned from. */
export type Dated = Readonly<{
  id: Id
  state: TaskState
  /** The day on which it was done or skipped. */
  closedOn: PlainDate | null
  dueOn: PlainDate | null
  dating: Dating
  offsetCount: number | null
  offsetUnit: OffsetUnit | null
  /** The task it is dated after. */
  follows: Id | null
  /** Whose workdays are counted. */
  country: string | null
}>

/** The calendar of a country; rules are given one. */
export type Calendars = (country: string | null) => IsWorkday

/**
 * So long after a day, by the calendar of whoever does it. Workdays are counted one by one; days are calendar days, and a day
 * on which nobody works moves to the next workday.
 */
export const offsetDay = (from: PlainDate, count: number, unit: OffsetUnit, isWorkday: IsWorkday): PlainDate =>
  unit === "workdays" ? addWorkdays(from, count, isWorkday) : nextWorkday(addDays(from, count), isWorkday)

/**
 * The day of each task, from the plan's start and from what became of the tasks before it: after one that is done the day on
 * which it was done counts, after one that is open its own day. What is done keeps its day, and so does what somebody dated by hand.
 */
export const datesOf = (
  tasks: readonly Dated[],
  startsOn: (id: Id) => PlainDate | null,
  calendars: Calendars,
): ReadonlyMap<Id, PlainDate | null> => {
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const found = new Map<Id, PlainDate | null>()
  const dayOf = (task: Dated): PlainDate | null => {
    const known = found.get(task.id)
    if (known !== undefined) return known
    // Holds its place while what it follows is looked at, so that a circle, which is never stored, would end.
    found.set(task.id, task.dueOn)
    const day = reckoned(task)
    found.set(task.id, day)
    return day
  }
  const reckoned = (task: Dated): PlainDate | null => {
    if (task.state !== "open" || task.offsetCount === null || task.offsetUnit === null) return task.dueOn
    const before = task.follows === null ? undefined : byId.get(task.follows)
    const from = task.dating === "after_start" ? startsOn(task.id) : before ? (before.closedOn ?? dayOf(before)) : null
    return from === null ? null : offsetDay(from, task.offsetCount, task.offsetUnit, calendars(task.country))
  }
  for (const task of tasks) dayOf(task)
  return found
}

/** What is open and due before a day: of a plan that starts on it, what somebody dated by hand or what follows something done before. */
export const openBefore = <Task extends Pick<Dated, "id" | "state">>(
  tasks: readonly Task[],
  days: ReadonlyMap<Id, PlainDate | null>,
  startsOn: PlainDate,
): readonly (Task & Readonly<{ dueOn: PlainDate }>)[] =>
  tasks.flatMap((task) => {
    const dueOn = days.get(task.id) ?? null
    return task.state === "open" && dueOn !== null && dueOn < startsOn ? [{ ...task, dueOn }] : []
  })

/**
 * How many workdays after its day it was done, or is still open; 0 in time. Nobody is late while another is waited for, so that
 * the count begins when the last of those is done.
 */
export const workdaysLate = (
  { dueOn, closedOn, state, country }: Dated,
  before: readonly Pick<Dated, "state" | "closedOn">[],
  today: PlainDate,
  calendars: Calendars,
): number => {
  if (dueOn === null || state === "skipped") return 0
  if (state === "open" && before.some((each) => each.state === "open")) return 0
  const freeOn = before.reduce(
    (latest, each) => (each.closedOn !== null && each.closedOn > latest ? each.closedOn : latest),
    dueOn,
  )
  return workdaysBetween(freeOn, closedOn ?? today, calendars(country))
}
