import { type PlainDate, weekFromNumber, weekNumber } from "#core/time"
import { importsTelling } from "#modules/imports"
import type { WorkspaceTx } from "#platform/tx"
import type { WeeklyQuestion } from "#platform/weekly"
import { findSignal } from "#rules/metrics"
import { filesOf, keyOf } from "./record.ts"
import { bytes, type Series } from "./rules.ts"

/** The last week that a signal's record tells of, and the file that says so; where no file does it just ends. */
export type RecordEnd = Readonly<{ signal: string; partyId: string | null; until: PlainDate; fileName: string | null }>

/**
 * Where the records of these series end; those that go on are left out, and so is what nobody keeps a record of, such as a value that
 * is asked for now and then. A single fact after the end of a file does not make its record longer. Reads no facts.
 */
export const recordEnds = async (
  tx: WorkspaceTx,
  series: readonly Series[],
  { subjects, knownAt, lastWeek }: WeeklyQuestion,
): Promise<readonly RecordEnd[]> => {
  const files = filesOf(await importsTelling(tx, subjects, knownAt))
  return series.flatMap((one) => {
    const { partnershipId, signal, partyId } = one
    const known = Math.min(lastWeek, lastKnown(one) ?? Number.NEGATIVE_INFINITY)
    if (!isOver(one) || !Number.isFinite(known)) return []
    const told = files.get(keyOf({ subject: partnershipId, signal })) ?? []
    if (told.length === 0 && !findSignal(signal)?.completeByNature) return []
    const week = told.length === 0 ? known : Math.min(known, Math.max(...told.map(({ until }) => weekNumber(until))))
    const file = told.findLast(({ until }) => weekNumber(until) >= week)
    return [{ signal, partyId, until: weekFromNumber(week), fileName: file?.fileName ?? null }]
  })
}

const valueAt = ({ actual }: Series, week: number): number =>
  new DataView(actual.buffer, actual.byteOffset, actual.byteLength).getFloat32(week * bytes, true)

/** A series whose record is over ends with a week of which nothing is known (`seriesOf`). */
const isOver = (one: Series): boolean => Number.isNaN(valueAt(one, one.actual.byteLength / bytes - 1))

const lastKnown = (one: Series): number | undefined => {
  for (let i = one.actual.byteLength / bytes - 1; i >= 0; i--)
    if (!Number.isNaN(valueAt(one, i))) return one.firstWeek + i
  return undefined
}
