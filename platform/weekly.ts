import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { type RawBuilder, sql } from "./database.ts"
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
  /** The last week the record speaks of, where it stops before today: an imported file tells nothing of the weeks after its end. */
  until?: number | null
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
  read(tx: WorkspaceTx, question: WeeklyQuestion): Promise<readonly WeeklyRow[]>
}>

/** SQL for the week number of an instant, on the calendar of the workspace. */
export const weekOfInstant = (column: string, timeZone: string) =>
  sql<number>`(((${sql.ref(column)} at time zone ${timeZone})::date - date '1969-12-29') / 7)`

/** SQL for the week number of a calendar day. */
export const weekOfDate = (column: string) => sql<number>`((${sql.ref(column)} - date '1969-12-29') / 7)`

/** SQL: the row was recorded by then and not yet retracted. */
export const knownBy = (alias: string, knownAt: Instant) =>
  sql<boolean>`(${sql.ref(`${alias}.recorded_at`)} <= ${knownAt} and (${sql.ref(`${alias}.retracted_at`)} is null or ${sql.ref(`${alias}.retracted_at`)} > ${knownAt}))`

/** SQL: the last week that any imported row of a table speaks of; weeks after it are unknown to a record that lives on imports alone. */
export const importedUntil = (
  table: "activity" | "deal",
  column: string,
  { actor }: WorkspaceTx,
  knownAt: Instant,
  /** SQL, with the rows as `i`: of which of them the column says something. */
  isTold: RawBuilder<boolean> = sql<boolean>`true`,
) =>
  sql<number>`(select ${weekOfInstant("latest.at", actor.timeZone)} from (select max(i.${sql.ref(column)}) as at from ${sql.table(table)} i
    where i.workspace_id = ${actor.workspaceId} and i.import_id is not null and ${knownBy("i", knownAt)} and ${isTold}) latest)`
