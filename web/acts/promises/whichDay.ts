import type { OccurrenceView } from "#contract/commitments"

type Day = Pick<
  OccurrenceView,
  "id" | "dueOn" | "state" | "isOverdue" | "awaitsConfirmation" | "proposal" | "abilities"
>

const newest = <D extends Day>(days: readonly D[], is: (day: D) => boolean): D | undefined =>
  days.filter(is).toSorted((one, other) => other.dueOn.localeCompare(one.dueOn))[0]

/** Due days that one may report kept now, the newest first: which one was kept is asked where there are several. */
export const reportable = <D extends Day>(days: readonly D[]): readonly D[] =>
  days
    .filter(({ state, abilities }) => (state === "due" || state === "missed") && abilities.report === true)
    .toSorted((one, other) => other.dueOn.localeCompare(one.dueOn))

/** The day to look at first: what waits for a word, else the newest due one, else the newest overdue, the next to come, the latest. */
export const dayToShow = <D extends Day>(days: readonly D[]): D | undefined =>
  newest(days, ({ awaitsConfirmation, proposal }) => awaitsConfirmation || proposal?.state === "open") ??
  newest(days, ({ state }) => state === "due") ??
  newest(days, ({ isOverdue }) => isOverdue) ??
  newest(days, ({ state }) => state === "disputed") ??
  days.find(({ state }) => state === "upcoming" || state === "re_agreed") ??
  days.at(-1)

type Dated = Pick<OccurrenceView, "dueOn" | "firstDueOn" | "missedOn">

/** The due instance of a day: due on it now, or formerly, where another day was agreed since. */
export const dayOf = <D extends Dated>(days: readonly D[], due: string): D | undefined =>
  days.findLast(({ dueOn }) => dueOn === due) ??
  days.findLast(({ firstDueOn, missedOn }) => missedOn === due || firstDueOn === due)
