import type { Actor } from "#core/actor"
import { refuse } from "#core/refusal"
import type { Instant, PlainDate } from "#core/time"
import { addDays, dateIn, startOfDayIn, weekFromNumber, weekNumber } from "#core/time"
import { mayImport } from "#modules/imports"
import { companiesOf, companyNames, findPartnership } from "#modules/partnerships"
import { buildSeries, readSeries, readStored, recordEnds, type Series, toldTwice, weeklyHealth } from "#modules/signals"
import { action } from "#platform/action"
import type { Contributed } from "#platform/contributed"
import type { WorkspaceTx } from "#platform/tx"
import { decidedByPerson, isSettled } from "../cases.ts"
import * as contract from "../contract.ts"
import { mayReadDrift } from "../policy.ts"
import { judge, lastWeekKnown } from "../rules.ts"
import { detectionSettingsThen, marketThen, pack, seenOn } from "../scan.ts"
import { type CaseRow, casesOf, closedOn, findFinding, listCases, turningPoints, whenOfCase } from "../store.ts"
import { caseForHost, driftForHost } from "../view.ts"

type Partnership = NonNullable<Awaited<ReturnType<typeof findPartnership>>>

const get = action(contract.getDrift, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: mayReadDrift,
  act: async ({ tx, actor, platform }, partnership, { asOf = tx.today }) => {
    if (asOf > tx.today) return refuse("in-the-future", { today: tx.today })
    const cases = await casesKnown(tx, partnership, asOf)
    const found = await (asOf === tx.today ? asStored : asRecorded)(tx, platform.contributed, partnership, cases, asOf)
    const decided = decidedByPerson(cases)
    const settled = isSettled(found.finding, decided && { ...decided, closedOn: closedOn(tx, decided) })
    return driftForHost(actor, {
      ...found,
      isSettled: settled,
      cases,
      companies: await companiesOf(tx, partnership.id),
      currency: partnership.currency,
      records: await recordsKnown(tx, actor, found.series, partnership, asOf),
      twice: await toldTwice(tx, found.series, { subjects: [partnership.id], knownAt: knownBy(tx, asOf) }),
    })
  },
})

/** Where the records of its signals end, as known at the end of a day. What files are called is for those who may import. */
const recordsKnown = async (
  tx: WorkspaceTx,
  actor: Actor,
  series: readonly Series[],
  { id }: Partnership,
  asOf: PlainDate,
) => {
  const question = { subjects: [id], knownAt: knownBy(tx, asOf), lastWeek: lastWeekKnown(asOf) }
  const ends = await recordEnds(tx, series, question)
  return ends.map(({ fileName, ...end }) => ({ ...end, fileName: mayImport(actor) === true ? fileName : null }))
}

/** The end of a day, or now. */
const knownBy = (tx: WorkspaceTx, asOf: PlainDate): Instant =>
  [startOfDayIn(tx.actor.timeZone, addDays(asOf, 1)), tx.now].sort()[0] as Instant

/** The latest scan's answer; where none has looked yet, the question is asked now. */
const asStored = async (
  tx: WorkspaceTx,
  contributed: Contributed,
  partnership: Partnership,
  cases: readonly CaseRow[],
  asOf: PlainDate,
) => {
  const stored = await findFinding(tx, partnership.id)
  if (stored === undefined) return asRecorded(tx, contributed, partnership, cases, asOf)
  const series = await readStored(tx, [partnership.id])
  const events = await turningPoints(tx, [partnership.id], tx.now, contributed.events)
  const { threshold } = await detectionSettingsThen(tx, tx.now)
  return { asOf, finding: stored.finding, threshold, series, events }
}

/** The question asked again with what was recorded by the end of a day. Nothing is stored. */
const asRecorded = async (
  tx: WorkspaceTx,
  contributed: Contributed,
  { id, type }: Partnership,
  cases: readonly CaseRow[],
  asOf: PlainDate,
) => {
  const knownAt = knownBy(tx, asOf)
  const market = await marketThen(tx, contributed, { type, asOf, knownAt })
  const series = await buildSeries(tx, contributed.signals, { subjects: [id], knownAt, lastWeek: lastWeekKnown(asOf) })
  const events = await turningPoints(tx, [id], knownAt, contributed.events)
  const [packed] = await pack(tx, contributed, [{ id, type, isScanned: true }], series, knownAt)
  if (packed === undefined) throw new Error("one partnership was asked for")
  const settings = await detectionSettingsThen(tx, knownAt)
  const finding = judge({ ...packed, seenOn: seenOn(cases) }, { asOf, market, ...settings })
  return { asOf, finding, threshold: settings.threshold, series, events }
}

/** Cases as they stood at the end of a day: a case closed later was still open. */
const casesKnown = async (tx: WorkspaceTx, { id }: Partnership, asOf: PlainDate): Promise<readonly CaseRow[]> => {
  const dayOf = (at: Instant) => dateIn(tx.actor.timeZone, at)
  return (await casesOf(tx, [id]))
    .filter(({ openedAt }) => dayOf(openedAt) <= asOf)
    .map((row) =>
      row.closedAt !== null && dayOf(row.closedAt) > asOf
        ? { ...row, state: "open" as const, closedAt: null, closeReason: null }
        : row,
    )
}

const list = action(contract.listDriftCases, {
  load: listCases,
  may: mayReadDrift,
  act: async ({ tx, actor }, { items, next }) => {
    const nameOf = await companyNames(
      tx,
      items.map(({ partnershipId }) => partnershipId),
    )
    return { items: items.map((row) => caseForHost(actor, row, nameOf)), next }
  },
})

const health = action(contract.getWeeklyHealth, {
  load: (tx, { partnerships }) => readStored(tx, partnerships),
  may: mayReadDrift,
  act: async ({ tx }, stored, { partnerships, weeks }) => {
    const lastWeek = lastWeekKnown(tx.today)
    const firstWeek = lastWeek - weeks + 1
    const bySubject = Map.groupBy(stored, ({ partnershipId }) => partnershipId)
    const open = new Map(
      (await casesOf(tx, partnerships)).filter(({ state }) => state === "open").map((row) => [row.partnershipId, row]),
    )
    return {
      firstWeek: weekFromNumber(firstWeek),
      items: partnerships.map((partnershipId) => {
        const signals = (bySubject.get(partnershipId) ?? []).map((series) => readSeries(series, lastWeek))
        const found = open.get(partnershipId)
        const { onset = null, changedSince = null } = found ? whenOfCase(found) : {}
        const began = onset?.date ?? changedSince ?? undefined
        return {
          partnershipId,
          health: weeklyHealth(signals, firstWeek, lastWeek, began === undefined ? undefined : weekNumber(began)).map(
            (share) => (share === undefined ? null : Math.round(share * 100)),
          ),
          onset: found && onset ? { ...onset, detectedOn: found.detectedOn } : null,
        }
      }),
    }
  },
})

export const readActions = [get, list, health]
