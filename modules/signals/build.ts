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
 * for. Of two sources for one signal and side the later wins: a measured value beats a derived one.
 */
export const buildSeries = async (
  tx: WorkspaceTx,
  sources: Sources,
  question: WeeklyQuestion,
): Promise<readonly Series[]> => {
  const built = new Map<string, Series>()
  for (const { gap, read } of sources)
    for (const row of await read(tx, question))
      built.set(`${row.subject}\n${row.signal}\n${row.side}`, seriesOf(row, gap, question.lastWeek))
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
