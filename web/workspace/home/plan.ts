import { addDays, type PlainDate, weekOf } from "#core/time"

/** When something waits for, seen from today. */
export const spans = ["today", "tomorrow", "week", "nextWeek", "after", "later"] as const
export type Span = (typeof spans)[number]

/** A day is planned two weeks ahead; what is further off is listed by itself. */
const plannedDays = 14

/** What has no day, or whose day is past, waits today. Weeks begin on Monday. */
export const spanOf = (on: PlainDate | null, today: PlainDate): Span => {
  if (on === null || on <= today) return "today"
  if (on === addDays(today, 1)) return "tomorrow"
  const nextWeek = addDays(weekOf(today), 7)
  if (on < nextWeek) return "week"
  if (on < addDays(nextWeek, 7)) return "nextWeek"
  return on <= addDays(today, plannedDays) ? "after" : "later"
}

type Planned = Readonly<{ on: PlainDate | null; order: number; id: string }>

const soonest = (one: Planned, other: Planned): number =>
  (one.on ?? "").localeCompare(other.on ?? "") || one.order - other.order || one.id.localeCompare(other.id)

/** Today what is ours comes first, whatever its day was; later each day by itself. */
const ownFirst = (one: Planned, other: Planned): number => one.order - other.order || soonest(one, other)

/** The plan: what waits when, in the order in which it is done. */
export const planOf = <E extends Planned>(entries: readonly E[], today: PlainDate): ReadonlyMap<Span, readonly E[]> => {
  const found = Map.groupBy(entries, ({ on }) => spanOf(on, today))
  return new Map(
    spans.flatMap((span) => {
      const those = found.get(span)
      return those ? [[span, those.toSorted(span === "today" ? ownFirst : soonest)] as const] : []
    }),
  )
}
