import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { addDays } from "#core/time"
import { anyOf, byReading } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { Calendar, Clock, Leg, OtherDay, PromiseKind, Question, Target, TargetVersion } from "./rules.ts"

type CalendarColumns = { weekly: Calendar["weekly"]; days: readonly OtherDay[] }

const calendars = tableOf<CalendarColumns>()(
  "calendar",
  ["id", "name", "timeZone", "country", "region", "weekly", "days", "isUsual", "version"],
  { made: ["createdAt", "updatedAt"], saved: ["updatedAt"] },
)
export type CalendarRow = Row<typeof calendars>

/** Calendars a workspace may have: one for each team that answers. */
export const mostCalendars = 50

export const listCalendars = (tx: WorkspaceTx): Promise<CalendarRow[]> =>
  calendars.rows(tx).orderBy("isUsual", "desc").orderBy(byReading("name")).orderBy("id").limit(mostCalendars).execute()

export const usualCalendar = (tx: WorkspaceTx): Promise<CalendarRow | undefined> =>
  calendars.rows(tx).where("isUsual", "=", true).executeTakeFirst()

export const { find: findCalendar, lock: lockCalendar } = calendars

/** As a rule says it; documents are written as text. */
const written = ({ weekly, days, ...calendar }: Calendar) => ({
  ...calendar,
  weekly: JSON.stringify(weekly),
  days: JSON.stringify(days),
})

export const insertCalendar = (tx: WorkspaceTx, id: Id, calendar: Calendar, isUsual: boolean): Promise<CalendarRow> =>
  calendars.insert(tx, { id, isUsual, ...written(calendar) })

export const saveCalendar = (tx: WorkspaceTx, id: Id, calendar: Calendar): Promise<CalendarRow> =>
  calendars.save(tx, id, written(calendar))

export const chooseUsual = async (tx: WorkspaceTx, id: Id): Promise<CalendarRow> => {
  const before = await usualCalendar(tx)
  if (before?.id === id) return before
  if (before) await calendars.save(tx, before.id, { isUsual: false })
  return calendars.save(tx, id, { isUsual: true })
}

export const isNameTaken = async (tx: WorkspaceTx, name: string, but?: Id): Promise<boolean> => {
  const found = await calendars.rows(tx).where("name", "=", name).executeTakeFirst()
  return found !== undefined && found.id !== but
}

const targets = tableOf<{ promise: PromiseKind }>()(
  "responseTarget",
  ["id", "promise", "promisedMinutes", "warnMinutes", "inForceFrom", "recordedAt"],
  { made: ["recordedAt"] },
)

/** The newest versions of a promise that are in force by a day: those of the latest day count. */
export const targetVersions = (tx: WorkspaceTx, promise: PromiseKind, by: PlainDate): Promise<TargetVersion[]> =>
  targets
    .rows(tx)
    .where("promise", "=", promise)
    .where("inForceFrom", "<=", by)
    .orderBy("inForceFrom", "desc")
    .orderBy("recordedAt", "desc")
    .orderBy("id", "desc")
    .limit(10)
    .execute()

export const insertTarget = (
  tx: WorkspaceTx,
  id: Id,
  promise: PromiseKind,
  version: Target & { inForceFrom: PlainDate },
) => targets.insert(tx, { id, promise, ...version })

const agreed = tableOf<{ promise: PromiseKind }>()("agreedTarget", [
  "id",
  "partnershipId",
  "promise",
  "promisedMinutes",
  "inForceFrom",
  "inForceUntil",
])
export type AgreedRow = Row<typeof agreed>

export const agreedTargets = (tx: WorkspaceTx, partnershipId: Id, promise: PromiseKind): Promise<AgreedRow[]> =>
  agreed.rows(tx).where("partnershipId", "=", partnershipId).where("promise", "=", promise).execute()

/** Of the promises with these ids, what these rows say and nothing else. */
export const replaceAgreedTargets = async (
  tx: WorkspaceTx,
  ids: readonly Id[],
  targets: readonly AgreedRow[],
): Promise<void> => {
  const { db, actor } = tx
  await db
    .deleteFrom("agreedTarget")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(ids))
    .execute()
  await agreed.insertAll(tx, targets)
}

type ClockColumns = { promise: PromiseKind; course: readonly Leg[]; questions: readonly Question[] }

const clocks = tableOf<ClockColumns>()(
  "clock",
  [
    ...(["id", "partnershipId", "partyId", "promise", "subjectKind", "subjectId", "calendarId", "version"] as const),
    ...(["promisedMinutes", "warnMinutes", "startedAt", "madeAt", "course", "questions"] as const),
    ...(["dueAt", "warnAt", "warnedAt", "breachFoundAt", "stoppedAt", "cancelledAt", "voidedAt"] as const),
  ],
  { made: ["madeAt"] },
)
export type ClockRow = Row<typeof clocks>

export const { find: findClock, lock: lockClock } = clocks

/** What a clock is about, and who promised. */
export type ClockSubject = Readonly<{
  partnershipId: Id
  partyId: Id
  promise: PromiseKind
  subjectKind: string
  subjectId: Id
}>

const clockValues = ({ course, questions, ...clock }: Clock) => ({
  ...clock,
  course: JSON.stringify(course),
  questions: JSON.stringify(questions),
})

export const insertClock = (
  tx: WorkspaceTx,
  id: Id,
  subject: ClockSubject,
  calendarId: Id | null,
  clock: Clock,
): Promise<ClockRow> => clocks.insert(tx, { id, ...subject, calendarId, ...clockValues(clock) })

/** A rule's clock back into its row, with what was found and told on the way. */
export const saveClock = (
  tx: WorkspaceTx,
  id: Id,
  clock: Clock,
  more: Partial<Pick<ClockRow, "warnedAt" | "breachFoundAt" | "calendarId" | "voidedAt">> = {},
): Promise<ClockRow> => clocks.save(tx, id, { ...clockValues(clock), ...more })

/** Every clock of a thing, those of before too. */
export const lockAllOf = (tx: WorkspaceTx, subjectKind: string, subjectId: Id, promise: PromiseKind) =>
  clocks
    .rows(tx)
    .where("subjectKind", "=", subjectKind)
    .where("promise", "=", promise)
    .where("subjectId", "=", subjectId)
    .orderBy("id")
    .forUpdate()
    .execute()

/** Clocks of a partnership that began about that day or later: a day earlier for those in other zones. */
export const lockSince = (tx: WorkspaceTx, partnershipId: Id, promise: PromiseKind, from: PlainDate) =>
  clocks
    .rows(tx)
    .where("partnershipId", "=", partnershipId)
    .where("promise", "=", promise)
    .where("startedAt", ">=", `${addDays(from, -1)}T00:00:00.000Z`)
    .where("cancelledAt", "is", null)
    .orderBy("id")
    .forUpdate()
    .execute()

export const clocksById = (tx: WorkspaceTx, ids: readonly Id[]): Promise<ClockRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : clocks.rows(tx).where("id", "=", anyOf(ids)).execute()

const standing = (tx: WorkspaceTx, subjectKind: string, promise: PromiseKind) =>
  clocks.rows(tx).where("subjectKind", "=", subjectKind).where("promise", "=", promise).where("cancelledAt", "is", null)

export const lockClockOf = (tx: WorkspaceTx, subjectKind: string, subjectId: Id, promise: PromiseKind) =>
  standing(tx, subjectKind, promise).where("subjectId", "=", subjectId).forUpdate().executeTakeFirst()

export const clocksOf = (tx: WorkspaceTx, subjectKind: string, subjectIds: readonly Id[], promise: PromiseKind) =>
  standing(tx, subjectKind, promise).where("subjectId", "=", anyOf(subjectIds)).execute()

/** Clocks that run by a calendar (null: the delivered one), after an id, a batch at a time. */
export const runningBy = async (tx: WorkspaceTx, calendarId: Id | null, after: Id, limit: number): Promise<Id[]> => {
  const running = clocks
    .rows(tx)
    .where("stoppedAt", "is", null)
    .where("cancelledAt", "is", null)
    .where("id", ">", after)
  const by =
    calendarId === null ? running.where("calendarId", "is", null) : running.where("calendarId", "=", calendarId)
  return (await by.orderBy("id").limit(limit).execute()).map(({ id }) => id)
}
