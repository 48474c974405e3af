import type { Id } from "#core/ids"
import { weekNumber } from "#core/time"
import type { Told } from "#modules/imports"
import type { WorkspaceTx } from "#platform/tx"
import type { WeeklyQuestion, WeeklyRecord, WeeklyRow, WeeklySource } from "#platform/weekly"
import { coveredWeeks, type Span } from "./covered.ts"

type Named = Pick<WeeklyRow, "subject" | "signal" | "partyId">

/** Which weeks the record of a row's signal covers. */
type RecordOf = (row: Named) => readonly Span[]

/** What files tell, by partnership and signal, the latest last. */
export type Files = ReadonlyMap<string, readonly Told[]>
export const filesOf = (told: readonly Told[]): Files => Map.groupBy(told, keyOf)
export const keyOf = ({ subject, signal }: Readonly<{ subject: Id; signal: string }>) => `${subject}\n${signal}`

/** Asks each source for what its facts came by, once; undefined for one that sees every act. */
export const recordsOf = (tx: WorkspaceTx, question: WeeklyQuestion, files: Files) => {
  const asked = new Map<WeeklyRecord, Promise<RecordOf>>()
  return async ({ record }: WeeklySource): Promise<RecordOf | undefined> => {
    if (record === undefined) return undefined
    const found = asked.get(record) ?? spansOf(tx, question, files, record)
    asked.set(record, found)
    return found
  }
}

/** A file that says what it tells of is believed; of one from before they did, its facts say it. */
const spansOf = async (
  tx: WorkspaceTx,
  question: WeeklyQuestion,
  files: Files,
  { filesOfActs, isCompleteByNature, read }: WeeklyRecord,
): Promise<RecordOf> => {
  const recorded = Map.groupBy(await read(tx, question), ({ subject }) => subject)
  return (named) => {
    const { subject, signal, partyId } = named
    const told = (files.get(keyOf(named)) ?? []).filter(({ kind }) => kind === filesOfActs)
    const speaking = new Set<Id | null>(told.map(({ importId }) => importId))
    const rows = (recorded.get(subject) ?? []).filter(
      (row) =>
        !speaking.has(row.importId) &&
        (row.signal ?? signal) === signal &&
        (row.partyId === undefined || row.partyId === partyId),
    )
    const stated = told.map(({ from, until }) => ({ from: weekNumber(from), until: weekNumber(until) }))
    return coveredWeeks(rows, stated, isCompleteByNature)
  }
}
