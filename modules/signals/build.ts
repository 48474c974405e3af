import type { Id } from "#core/ids"
import { type Counted, importsTelling } from "#modules/imports"
import type { WorkspaceTx } from "#platform/tx"
import type { WeeklyQuestion, WeeklyRow, WeeklySource } from "#platform/weekly"
import type { Span } from "./covered.ts"
import { type Files, filesOf, keyOf, recordsOf } from "./record.ts"
import type { Series } from "./rules.ts"
import { seriesOf } from "./series.ts"
import { replaceStored } from "./store.ts"

/** What the modules can tell of a partnership's weeks: `platform.contributed.signals`. */
type Sources = readonly WeeklySource[]

/**
 * Weekly series from the facts as they were known at an instant: one statement per source, and one for what its record covers, however
 * many partnerships are asked for. Of two derived ones of the same signal and party the higher module's wins.
 */
export const buildSeries = async (
  tx: WorkspaceTx,
  sources: Sources,
  question: WeeklyQuestion,
): Promise<readonly Series[]> =>
  (await readAll(tx, sources, question)).map(({ row, gap, covered }) =>
    seriesOf(row, gap, question.lastWeek, tx.actor, covered),
  )

type Read = Readonly<{ row: WeeklyRow; gap: WeeklySource["gap"]; covered: readonly Span[] | undefined }>

const readAll = async (tx: WorkspaceTx, sources: Sources, question: WeeklyQuestion): Promise<readonly Read[]> => {
  const files = filesOf(await importsTelling(tx, question.subjects, question.knownAt))
  const recordOf = recordsOf(tx, question, files)
  const found = { acts: new Map<string, Read>(), measured: new Map<string, Read>() }
  for (const source of sources) {
    const covered = await recordOf(source)
    for (const row of await source.read(tx, question))
      found[source.isMeasured ? "measured" : "acts"].set(`${keyOf(row)}\n${row.partyId}`, {
        ...{ row, gap: source.gap, covered: covered?.(row) },
      })
  }
  return countedOnce(found, files)
}

/**
 * A measured value beats one that is derived from acts, of the same signal and party. Where a file met the other record of the same weeks, one of the
 * two was chosen, for all parties of the signal.
 */
const countedOnce = (
  { acts, measured }: Readonly<Record<Counted, ReadonlyMap<string, Read>>>,
  files: Files,
): readonly Read[] => {
  const chosen = (row: WeeklyRow) => files.get(keyOf(row))?.findLast(({ counted }) => counted !== null)?.counted
  const isThere = (found: typeof acts) => new Set([...found.values()].map(({ row }) => keyOf(row)))
  const [bothOf, measuredOf] = [isThere(acts), isThere(measured)]
  const stays = (sort: Counted, { row }: Read) =>
    !bothOf.has(keyOf(row)) || !measuredOf.has(keyOf(row)) || (chosen(row) ?? sort) === sort
  const kept = (sort: Counted, found: typeof acts) => [...found].filter(([, read]) => stays(sort, read))
  return [...new Map([...kept("acts", acts), ...kept("measured", measured)]).values()]
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
