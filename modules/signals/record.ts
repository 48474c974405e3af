import { weekNumber } from "#core/time"
import { type FileCovering, filesCovering } from "#modules/imports"
import type { WorkspaceTx } from "#platform/tx"
import type { RecordRow, WeeklyQuestion, WeeklyRecord, WeeklyRow, WeeklySource } from "#platform/weekly"
import { coveredWeeks, type Span, type Stated } from "./covered.ts"

type Named = Pick<WeeklyRow, "subject" | "signal" | "partyId">

/** Which weeks the record of a row's signal covers, and what came by which file. */
export type SignalRecord = Readonly<{ spans: readonly Span[]; rows: readonly RecordRow[]; stated: readonly Stated[] }>
type RecordOf = (row: Named) => SignalRecord

/** Asks each source for what its facts came by, once; undefined for one that sees every act. */
export const recordsOf = (tx: WorkspaceTx, question: WeeklyQuestion) => {
  let files: Promise<readonly FileCovering[]> | undefined
  const ofRecord = async (record: WeeklyRecord): Promise<RecordOf> => {
    const rows = await record.read(tx, question)
    files ??= filesCovering(tx, question.subjects, question.knownAt)
    return recordOf(record, rows, await files)
  }
  const asked = new Map<WeeklyRecord, Promise<RecordOf>>()
  return async ({ record }: WeeklySource): Promise<RecordOf | undefined> => {
    if (record === undefined) return undefined
    const found = asked.get(record) ?? ofRecord(record)
    asked.set(record, found)
    return found
  }
}

const recordOf = (
  { filesOfActs }: WeeklyRecord,
  recorded: readonly RecordRow[],
  files: readonly FileCovering[],
): RecordOf => {
  const rowsOf = Map.groupBy(recorded, ({ subject }) => subject)
  const filesOf = Map.groupBy(
    files.filter(({ kind }) => kind === filesOfActs),
    ({ subject }) => subject,
  )
  return ({ subject, signal, partyId }) => {
    const rows = (rowsOf.get(subject) ?? []).filter(
      (row) => (row.signal ?? signal) === signal && (row.partyId === undefined || row.partyId === partyId),
    )
    const stated = (filesOf.get(subject) ?? [])
      .filter(({ signals }) => signals.includes(signal))
      .map(({ importId, from, to }) => ({ importId, from: weekNumber(from), until: weekNumber(to) }))
    return { rows, stated, spans: coveredWeeks(rows, stated) }
  }
}

/** The last week that a record covers or names, and the file that says so; undefined where it goes on. */
export const endOf = ({ spans, rows, stated }: SignalRecord, weeks: readonly number[], lastWeek: number) => {
  if (spans.some(([, until]) => until === null)) return undefined
  const known = weeks.filter((week) => week <= lastWeek)
  const week = Math.min(lastWeek, Math.max(...known, ...spans.map(([, until]) => until as number)))
  const file =
    stated.find(({ until }) => until >= week) ??
    rows.find(({ importId, weeks: ofFile }) => importId !== null && (ofFile.at(-1) as number) >= week)
  return { week, importId: file?.importId ?? null }
}
