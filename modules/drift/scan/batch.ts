import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"
import { weekNumber } from "#core/time"
import type { Series } from "#modules/signals"
import { buildSeries, readStored, rebuildSeries, staleAmong, takeStale } from "#modules/signals"
import type { Contributed } from "#platform/contributed"
import type { Tx, WorkspaceTx } from "#platform/tx"
import { decidedByPerson, isSettled } from "../cases.ts"
import type { Assessment, Packed, Shock } from "../rules.ts"
import { lastWeekKnown, marketOf } from "../rules.ts"
import {
  agreedSince,
  type Candidate,
  type CaseRow,
  casesOf,
  closedOn,
  cohortSample,
  deleteFindings,
  saveFindings,
  turningPoints,
  typesToScan,
} from "../store.ts"
import { moveCase } from "./moveCase.ts"

/** Members per type whose common movement is the market: enough for a median, few enough to read at every scan. */
const sampleSize = 100

/** What the engine reads about some partnerships as known at an instant: four statements, however many they are. */
export const pack = async (
  tx: WorkspaceTx,
  contributed: Contributed,
  candidates: readonly Candidate[],
  series: readonly Series[],
  knownAt: Instant,
): Promise<readonly Packed[]> => {
  const ids = candidates.map(({ id }) => id)
  const agreed = await agreedSince(tx, ids, knownAt)
  const events = Map.groupBy(await turningPoints(tx, ids, knownAt, contributed.events), (event) => event.partnershipId)
  const bySubject = Map.groupBy(series, (each) => each.partnershipId)
  return candidates.map(({ id, type }) => {
    const since = agreed.get(id)
    return {
      partnership: id,
      type,
      series: inOrder(bySubject.get(id) ?? []),
      // SQL has no undefined, the engine no null.
      events: (events.get(id) ?? []).map((event) => ({ ...event, side: event.side ?? undefined })),
      fromWeek: since === undefined ? undefined : weekNumber(since),
    }
  })
}

/** Always the same order, so that sums of fractions come out the same to the last digit. */
const inOrder = (series: readonly Series[]): readonly Series[] =>
  series.toSorted((a, b) => (`${a.signal} ${a.side} ${a.partyId}` < `${b.signal} ${b.side} ${b.partyId}` ? -1 : 1))

/** Like partnerships of every type that is to be judged, type by type; of those whose facts changed, the series are built from the facts. */
export const marketSamples = async (
  tx: Tx<System>,
  contributed: Contributed,
  question: { asOf: PlainDate; isFull: boolean },
): Promise<readonly (readonly Packed[])[]> => {
  const types = await typesToScan(tx, question.isFull)
  const sample = await cohortSample(tx, { size: sampleSize, createdBy: tx.now, types })
  const stale = new Set(await staleAmong(tx, ids(sample)))
  const subjects = [...stale]
  const lastWeek = lastWeekKnown(question.asOf)
  const built =
    subjects.length > 0 ? await buildSeries(tx, contributed.signals, { subjects, knownAt: tx.now, lastWeek }) : []
  const standing = ids(sample).filter((id) => !stale.has(id))
  const packed = withSeries(sample, [...built, ...(await readStored(tx, standing))])
  return [...Map.groupBy(packed, ({ type }) => type).values()]
}

/** The market of one type as it was known at an instant, from the facts. */
export const marketThen = async (
  tx: WorkspaceTx,
  contributed: Contributed,
  question: { type: string; asOf: PlainDate; knownAt: Instant },
): Promise<readonly Shock[]> => {
  const { type, asOf, knownAt } = question
  const sample = await cohortSample(tx, { size: sampleSize, createdBy: knownAt, types: [type] })
  const subjects = sample.map(({ id }) => id)
  const series = await buildSeries(tx, contributed.signals, { subjects, knownAt, lastWeek: lastWeekKnown(asOf) })
  return marketOf(withSeries(sample, series), asOf)
}

/** The market of one type as the last scan saw it, from the stored series. */
export const marketStored = async (
  tx: WorkspaceTx,
  type: Candidate["type"],
  asOf: PlainDate,
): Promise<readonly Shock[]> => {
  const sample = await cohortSample(tx, { size: sampleSize, createdBy: tx.now, types: [type] })
  return marketOf(withSeries(sample, await readStored(tx, ids(sample))), asOf)
}

const withSeries = (sample: readonly Candidate[], series: readonly Series[]): readonly Packed[] => {
  const bySubject = Map.groupBy(series, (each) => each.partnershipId)
  return sample.map(({ id, type }) => ({
    partnership: id,
    type,
    series: inOrder(bySubject.get(id) ?? []),
    events: [],
    fromWeek: undefined,
  }))
}

/**
 * Judges one batch in one transaction: takes the marks, rebuilds what was marked, reads, judges, writes findings and moves cases.
 * A crash undoes all of it, marks included.
 */
export const scanBatch = async (
  tx: Tx<System>,
  contributed: Contributed,
  batch: readonly Candidate[],
  asOf: PlainDate,
  judgeAll: (packed: readonly Packed[]) => Promise<readonly Assessment[]>,
): Promise<void> => {
  const stale = await takeStale(tx, ids(batch))
  if (stale.length > 0) await rebuildSeries(tx, contributed.signals, stale, lastWeekKnown(asOf))
  const scanned = batch.filter(({ isScanned }) => isScanned)
  const gone = ids(batch.filter(({ isScanned }) => !isScanned))
  const cases = Map.groupBy(await casesOf(tx, ids(batch)), (each) => each.partnershipId)
  const packed = await pack(tx, contributed, scanned, await readStored(tx, ids(scanned)), tx.now)
  const findings = await judgeAll(packed.map((one) => ({ ...one, seenOn: seenOn(cases.get(one.partnership)) })))
  const judged = findings.map((finding) => {
    const decided = decidedByPerson(cases.get(finding.partnership) ?? [])
    const isOver = isSettled(finding, decided && { ...decided, closedOn: closedOn(tx, decided) })
    return { finding, isDrifting: finding.drifting && !isOver }
  })
  await saveFindings(tx, asOf, judged)
  for (const finding of findings) await moveCase(tx, finding, cases.get(finding.partnership) ?? [], asOf)
  if (gone.length > 0) await deleteFindings(tx, gone)
  for (const id of gone) await moveCase(tx, undefined, cases.get(id) ?? [], asOf)
}

/** The day on which the drift of the open case was seen. */
export const seenOn = (cases: readonly CaseRow[] = []): PlainDate | undefined =>
  cases.find(({ state }) => state === "open")?.detectedOn

const ids = (candidates: readonly Candidate[]): readonly Id[] => candidates.map(({ id }) => id)
