import { abilityOf } from "#core/ability"
import { partyOf } from "#core/actor"
import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import { clockEnds } from "#modules/clocks"
import { heldFiles } from "#modules/files"
import { companyNames } from "#modules/partnerships"
import type { WorkspaceTx } from "#platform/tx"
import type { OccurrenceView } from "./contract.ts"
import { mayDispute, mayPropose, mayReport, maySettle, mayUndo } from "./policy.ts"
import type { AskedOf, Occurrence, Undo } from "./rules.ts"
import {
  awaitsConfirmation,
  decideAnswerable,
  decideConfirmation,
  decideDispute,
  decideProposable,
  decideReDatable,
  decideReportable,
  decideUndo,
  decideWaiver,
  decideWithdrawable,
  isOftenReDated,
  isOverdue,
  lapsesOn,
  undoableUntil,
} from "./rules.ts"
import * as store from "./store.ts"

type Judged = Occurrence &
  Readonly<{ recordedAt: Instant | null; undo: Undo | null; asked: AskedOf | null; partnershipId: Id }>

/** What this actor may do with a promise today: first by role and side, then by where the promise stands. */
export const abilitiesOf = (
  { actor, now, today }: Pick<WorkspaceTx, "actor" | "now" | "today">,
  occurrence: Judged,
): OccurrenceView["abilities"] => {
  const settle = maySettle(actor, occurrence)
  const propose = mayPropose(actor, occurrence)
  return {
    report: abilityOf(mayReport(actor, occurrence), decideReportable(occurrence)),
    confirm: abilityOf(settle, decideConfirmation(occurrence)),
    waive: abilityOf(settle, decideWaiver(occurrence, today)),
    reDate: abilityOf(settle, decideReDatable(occurrence)),
    dispute: abilityOf(mayDispute(actor, occurrence), decideDispute(occurrence, partyOf(actor))),
    undo: abilityOf(mayUndo(actor, occurrence), decideUndo(occurrence, partyOf(actor), { now, today })),
    propose: abilityOf(propose, decideProposable(occurrence)),
    answer: abilityOf(settle, decideAnswerable(occurrence)),
    withdraw: abilityOf(propose, decideWithdrawable(occurrence)),
  }
}

/** What is proposed about these, as the reader may know it. */
export const proposalsOf = async (tx: WorkspaceTx, rows: readonly Pick<Judged, "asked" | "partnershipId">[]) => {
  const ids = rows.flatMap(({ asked }) => (asked === null ? [] : [asked.id]))
  const shown = new Map((await store.proposalsShown(tx, ids)).map((each) => [each.id, each]))
  const nameOf = await companyNames(tx, ids.length === 0 ? [] : rows.map(({ partnershipId }) => partnershipId))
  return ({ asked, partnershipId }: (typeof rows)[number]): OccurrenceView["proposal"] => {
    const found = asked === null ? undefined : shown.get(asked.id)
    return found === undefined ? null : { ...found, partyName: nameOf(partnershipId, found.partyId) }
  }
}

/** Occurrences as both sides see them, with their evidence in one more query. */
export const occurrenceViews = async (
  tx: WorkspaceTx,
  rows: readonly store.OccurrenceRow[],
): Promise<OccurrenceView[]> => {
  const [given, nameOf] = await Promise.all([
    store.evidenceOf(
      tx,
      rows.map(({ id }) => id),
    ),
    companyNames(
      tx,
      rows.map(({ partnershipId }) => partnershipId),
    ),
  ])
  const fileOf = await heldFiles(
    tx,
    given.flatMap(({ fileId }) => (fileId === null ? [] : [fileId])),
  )
  const clockIds = rows.flatMap(({ clockId }) => (clockId === null ? [] : [clockId]))
  const clocks = await clockEnds(tx, clockIds)
  const proposalOf = await proposalsOf(tx, rows)
  const evidence = Map.groupBy(given, ({ occurrenceId }) => occurrenceId)
  return rows.map((row) => ({
    ...row,
    partyName: nameOf(row.partnershipId, row.partyId),
    lapsesOn: lapsesOn(row),
    isOverdue: isOverdue(row, tx.today),
    awaitsConfirmation: awaitsConfirmation(row),
    isOftenReDated: isOftenReDated(row),
    proposal: proposalOf(row),
    undoableUntil: undoableUntil(row),
    clock: (row.clockId === null ? undefined : clocks.get(row.clockId)) ?? null,
    evidence: (evidence.get(row.id) ?? []).map(({ fileId, ...each }) => ({
      ...each,
      file: fileOf(fileId) ?? null,
      partyName: nameOf(row.partnershipId, each.partyId),
    })),
    abilities: abilitiesOf(tx, row),
  }))
}

export const occurrenceView = async (tx: WorkspaceTx, row: store.OccurrenceRow): Promise<OccurrenceView> => {
  const [view] = await occurrenceViews(tx, [row])
  if (!view) throw new Error("one row has one view")
  return view
}
