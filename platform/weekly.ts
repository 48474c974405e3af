import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { sql } from "./database.ts"
import type { WorkspaceTx } from "./tx.ts"

/** Which subjects, and what was known when: rows recorded after `knownAt` did not exist, weeks after `lastWeek` were not over. */
export type WeeklyQuestion = Readonly<{ subjects: readonly Id[]; knownAt: Instant; lastWeek: number }>

/** One series as SQL returns it: parallel arrays, weeks ascending (`weekNumber` of #core/time). */
export type WeeklyRow = Readonly<{
  subject: Id
  signal: string
  /** Whose it is; null is all parties' together. */
  partyId: Id | null
  weeks: number[]
  values: number[]
  /** The promised level per week, where one is known. */
  expected?: (number | null)[] | null
  /** Observations behind each value. */
  sizes?: (number | null)[] | null
}>

/**
 * What one import, or Keelson itself (`importId` null), has recorded of a subject: which weeks a record covers is derived from it. Without
 * signals it is about all of its source, without a party about everybody's.
 */
export type RecordRow = Readonly<{
  subject: Id
  signal?: string
  partyId?: Id | null
  importId: Id | null
  /** Weeks with a fact, ascending; of an import the first and the last are enough. */
  weeks: number[]
}>

/**
 * What a week without a row means: "missing" (nobody looked), "zero" (the source sees every act), or "last" (a level that stands
 * until it changes). Filling runs from the first observation to the last week that was over.
 */
export type Gap = "missing" | "zero" | "last"

/** Some signals of one module: one set-based statement for many subjects as of an instant. */
export type WeeklySource = Readonly<{
  gap: Gap
  /** Somebody measured these values: they beat what is derived from records. */
  isMeasured?: boolean
  /** The signals that it can tell of; left out where they are what people call them. */
  tells?: readonly string[]
  read(tx: WorkspaceTx, question: WeeklyQuestion): Promise<readonly WeeklyRow[]>
  /** Where facts come by file, too: a file tells nothing of the weeks after its end. Without it the source sees every act and goes on to today. */
  record?: WeeklyRecord
}>

export type WeeklyRecord = Readonly<{
  /** Where Keelson itself is the place in which it happens, its record is complete by nature: two facts, however rare, are a record. */
  isCompleteByNature?: true
  /** The kind of file whose rows are acts: what a file of acts leaves out until its own end did not happen. */
  filesOfActs?: string
  read(tx: WorkspaceTx, question: WeeklyQuestion): Promise<readonly RecordRow[]>
}>

/** SQL for the week number of an instant, on the calendar of the workspace. */
export const weekOfInstant = (column: string, timeZone: string) =>
  sql<number>`(((${sql.ref(column)} at time zone ${timeZone})::date - date '1969-12-29') / 7)`

/** SQL for the week number of a calendar day. */
export const weekOfDate = (column: string) => sql<number>`((${sql.ref(column)} - date '1969-12-29') / 7)`

/** SQL: the row was recorded by then and not yet retracted. */
export const knownBy = (alias: string, knownAt: Instant) =>
  sql<boolean>`(${sql.ref(`${alias}.recorded_at`)} <= ${knownAt} and (${sql.ref(`${alias}.retracted_at`)} is null or ${sql.ref(`${alias}.retracted_at`)} > ${knownAt}))`

/**
 * SQL: the day was over, or at least begun, when it was recorded: what is entered for a day to come was not observed. A day is left for
 * time zones; what a file says of tomorrow's day here was told as a day to come, and counts for nothing. (A day without a time is kept as noon
 * in UTC, which may be tomorrow here: then it is the day in UTC that was written.)
 */
export const hadHappened = (alias: string, day: string, timeZone: string) => {
  const [at, recorded, file] = [day, "recorded_at", "import_id"].map((column) => sql.ref(`${alias}.${column}`))
  return sql<boolean>`(${at} <= ${recorded} + interval '1 day' and (${file} is null or ${at} <= ${recorded}
    or least((${at} at time zone ${timeZone})::date, (${at} at time zone 'UTC')::date) <= (${recorded} at time zone ${timeZone})::date))`
}

/** SQL: the same for a column that is a day and not a moment. */
export const dayHadCome = (alias: string, day: string, timeZone: string) => {
  const [at, recorded, file] = [day, "recorded_at", "import_id"].map((column) => sql.ref(`${alias}.${column}`))
  return sql<boolean>`(${at} <= ${recorded} + interval '1 day' and (${file} is null or ${at} <= (${recorded} at time zone ${timeZone})::date))`
}
