import type { Id } from "#core/ids"
import { importsTelling } from "#modules/imports"
import { type Counted, chosenSources } from "#modules/measurements"
import type { WorkspaceTx } from "#platform/tx"
import type { WeeklyQuestion, WeeklyRow, WeeklySource } from "#platform/weekly"
import { countedOnce } from "./countedOnce.ts"
import type { Span } from "./covered.ts"
import { filesOf, keyOf, recordsOf } from "./record.ts"
import type { Series, Twice } from "./rules.ts"
import { seriesOf } from "./series.ts"
import { replaceStored } from "./store.ts"

/** What the modules can tell of a partnership's weeks: `platform.contributed.signals`. */
type Sources = readonly WeeklySource[]

/**
 * Weekly series from the facts as they were known at an instant: one statement per source, and one for what its record covers, however
 * many partnerships are asked for. Of two derived ones of the same signal and party the higher module's wins; what is told twice counts once.
 */
export const buildSeries = async (
  tx: WorkspaceTx,
  sources: Sources,
  question: WeeklyQuestion,
): Promise<readonly Series[]> =>
  (await readAll(tx, sources, question)).map(({ row, gap, covered, twice }) => ({
    ...seriesOf(row, gap, question.lastWeek, tx.actor, covered),
    ...twice,
  }))

type Told = Readonly<{ row: WeeklyRow; gap: WeeklySource["gap"]; covered: readonly Span[] | undefined }>
type Read = Told & Readonly<{ twice?: Twice }>

const readAll = async (tx: WorkspaceTx, sources: Sources, question: WeeklyQuestion): Promise<readonly Read[]> => {
  const files = filesOf(await importsTelling(tx, question.subjects, question.knownAt))
  const recordOf = recordsOf(tx, question, files)
  const found = { acts: new Map<string, Told>(), measured: new Map<string, Told>() }
  for (const source of sources) {
    const covered = await recordOf(source)
    for (const row of await source.read(tx, question))
      found[source.isMeasured ? "measured" : "acts"].set(`${keyOf(row)}\n${row.partyId}`, {
        ...{ row, gap: source.gap, covered: covered?.(row) },
      })
  }
  const told = { acts: [...found.acts.values()], measured: [...found.measured.values()] }
  if (told.measured.length === 0) return told.acts
  const chosen = new Map(
    (await chosenSources(tx, question.subjects, question.knownAt)).map((choice) => [keyOf(choice), choice.counted]),
  )
  const chosenFor = (row: WeeklyRow): Counted | undefined =>
    chosen.get(keyOf(row)) ?? files.get(keyOf(row))?.findLast(({ counted }) => counted !== null)?.counted ?? undefined
  return countedOnce(told, chosenFor)
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
