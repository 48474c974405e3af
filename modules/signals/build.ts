import type { Id } from "#core/ids"
import type { WorkspaceTx } from "#platform/tx"
import type { WeeklyQuestion, WeeklySource } from "#platform/weekly"
import type { Series } from "./rules.ts"
import { seriesOf } from "./series.ts"
import { replaceStored } from "./store.ts"

/** What the modules can tell of a partnership's weeks: `platform.contributed.signals`. */
type Sources = readonly WeeklySource[]

/**
 * Weekly series from the facts as they were known at an instant: one statement per source, however many partnerships are asked
 * for. A measured value beats a derived one of the same signal and party; of two derived ones the higher module's wins.
 */
export const buildSeries = async (
  tx: WorkspaceTx,
  sources: Sources,
  question: WeeklyQuestion,
): Promise<readonly Series[]> => {
  const built = new Map<string, Series>()
  const { measured = [], derived = [] } = Object.groupBy(sources, ({ isMeasured }) =>
    isMeasured ? "measured" : "derived",
  )
  for (const { gap, read } of [...derived, ...measured])
    for (const row of await read(tx, question))
      built.set(`${row.subject}\n${row.signal}\n${row.partyId}`, seriesOf(row, gap, question.lastWeek, tx.actor))
  return [...built.values()]
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
