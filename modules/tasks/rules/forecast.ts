import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { type Calendars, type Dated, datesOf } from "./dating.ts"

const doneToday = (task: Dated, today: PlainDate): Dated => ({
  ...task,
  ...{ dating: "by_hand", offsetCount: null, offsetUnit: null, follows: null, dueOn: today },
})

/**
 * The day of each task as things stand: what is open and past its day is done today at the earliest, and what is dated after it goes on
 * from there. Each round brings the first of each row of late ones to today, so that there are no more rounds than tasks.
 */
export const forecastDays = (
  tasks: readonly Dated[],
  startsOn: (id: Id) => PlainDate | null,
  calendars: Calendars,
  today: PlainDate,
): ReadonlyMap<Id, PlainDate | null> => {
  let known = tasks
  for (;;) {
    const days = datesOf(known, startsOn, calendars)
    const past = new Set(
      known.filter(({ id, state }) => state === "open" && (days.get(id) ?? today) < today).map(({ id }) => id),
    )
    const first = new Set(
      known.filter(({ id, follows }) => past.has(id) && !past.has(follows ?? "")).map(({ id }) => id),
    )
    if (first.size === 0) return days
    known = known.map((task) => (first.has(task.id) ? doneToday(task, today) : task))
  }
}
