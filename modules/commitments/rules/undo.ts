import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import type { Instant, PlainDate } from "#core/time"
import { lapsesOn, stateByCalendar } from "./calendar.ts"
import type { Occurrence, ReDated } from "./decide.ts"

/** How long an act on a promise can be taken back by whose act it was; later it is part of the record, and can be disputed. */
export const undoHours = 24

/** How a promise stood before the last act on it, and what that act brought: enough to take it back. */
export type Undo = Readonly<{
  /** Whose act it was. */
  by: Id
  at: Instant
  act: "reported" | "confirmed" | "waived" | "re_dated" | "disputed" | "answered"
  before: ReDated & Readonly<{ note: string | null }>
  evidence: readonly Id[]
  proposal: Id | null
}>

type Undoable = Occurrence & Readonly<{ undo: Undo | null; recordedAt: Instant | null }>

/** Until when it can be taken back; null where nothing can, or the calendar or somebody else has gone on since. */
export const undoableUntil = ({ undo, recordedAt }: Pick<Undoable, "undo" | "recordedAt">): Instant | null =>
  undo !== null && undo.at === recordedAt ? new Date(Date.parse(undo.at) + undoHours * 3_600_000).toISOString() : null

/** Only who did it takes it back, within a day: the other party's word is not one's own to take back. */
export const decideUndo = (
  occurrence: Undoable,
  by: Id,
  { now, today }: Readonly<{ now: Instant; today: PlainDate }>,
): Undo["before"] | Refusal<"nothing-to-undo" | "too-late-to-undo" | "not-your-act"> => {
  const { undo } = occurrence
  const until = undoableUntil(occurrence)
  if (undo === null || until === null) return refuse("nothing-to-undo")
  if (undo.by !== by) return refuse("not-your-act")
  if (now > until) return refuse("too-late-to-undo", { until })
  return byCalendar(undo.before, occurrence.windowDays, today)
}

const movedByCalendar: readonly string[] = ["upcoming", "due", "missed", "re_agreed"]

/** What was open then stands today where the calendar says. */
const byCalendar = (before: Undo["before"], windowDays: number, today: PlainDate): Undo["before"] => {
  if (!movedByCalendar.includes(before.state) || before.reportedOn !== null) return before
  const dated = { dueOn: before.dueOn, windowDays }
  const state = stateByCalendar({ ...dated, reDated: before.reDated }, today)
  return { ...before, state, closedOn: state === "missed" ? lapsesOn(dated) : null }
}
