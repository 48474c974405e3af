import type { Id } from "#core/ids"
import { weekFromNumber } from "#core/time"
import { fileNames } from "#modules/imports"
import type { WorkspaceTx } from "#platform/tx"
import type { WeeklyQuestion, WeeklyRow, WeeklySource } from "#platform/weekly"
import { endOf, recordsOf, type SignalRecord } from "./record.ts"
import type { Series } from "./rules.ts"
import { seriesOf } from "./series.ts"
import { replaceStored } from "./store.ts"

/** What the modules can tell of a partnership's weeks: `platform.contributed.signals`. */
type Sources = readonly WeeklySource[]

/**
 * Weekly series from the facts as they were known at an instant: one statement per source, and one for what its record covers, however
 * many partnerships are asked for. A measured value beats a derived one of the same signal and party; of two derived ones the higher module's wins.
 */
export const buildSeries = async (
  tx: WorkspaceTx,
  sources: Sources,
  question: WeeklyQuestion,
): Promise<readonly Series[]> =>
  (await readAll(tx, sources, question)).map(({ row, gap, record }) =>
    seriesOf(row, gap, question.lastWeek, tx.actor, record?.spans),
  )

/** Where the record of each signal of these partnerships ends, and by which file; signals whose record goes on are left out. */
export const recordEnds = async (tx: WorkspaceTx, sources: Sources, question: WeeklyQuestion) => {
  const ends = (await readAll(tx, sources, question)).flatMap(({ row, record }) => {
    const end = record && endOf(record, row.weeks, question.lastWeek)
    return end ? [{ partnershipId: row.subject, signal: row.signal, partyId: row.partyId, ...end }] : []
  })
  const nameOf = await fileNames(
    tx,
    ends.flatMap(({ importId }) => importId ?? []),
  )
  return ends.map(({ importId, week, ...named }) => ({
    ...named,
    until: weekFromNumber(week),
    fileName: (importId && nameOf.get(importId)) ?? null,
  }))
}

type Read = Readonly<{ row: WeeklyRow; gap: WeeklySource["gap"]; record: SignalRecord | undefined }>

const readAll = async (tx: WorkspaceTx, sources: Sources, question: WeeklyQuestion): Promise<readonly Read[]> => {
  const read = new Map<string, Read>()
  const { measured = [], derived = [] } = Object.groupBy(sources, ({ isMeasured }) =>
    isMeasured ? "measured" : "derived",
  )
  const recordOf = recordsOf(tx, question)
  for (const source of [...derived, ...measured]) {
    const recorded = await recordOf(source)
    for (const row of await source.read(tx, question))
      read.set(`${row.subject}\n${row.signal}\n${row.partyId}`, { row, gap: source.gap, record: recorded?.(row) })
  }
  return [...read.values()]
}

/** Builds the series of these partnerships anew and stores them. */
export const rebuildSeries = async (
  tx: WorkspaceTx,
  sources: Sources,
  partnershipIds: readonly Id[],
  lastWeek: number,
): Promise<void> =>
  replaceStored(
    tx,
    partnershipIds,
    await buildSeries(tx, sources, { subjects: partnershipIds, knownAt: tx.now, lastWeek }),
  )
