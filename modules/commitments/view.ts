import { abilityOf } from "#core/ability"
import type { WorkspaceActor } from "#core/actor"
import type { PlainDate } from "#core/time"
import { dateIn } from "#core/time"
import { clockEnds } from "#modules/clocks"
import { heldFiles } from "#modules/files"
import { companyNames } from "#modules/partnerships"
import type { WorkspaceTx } from "#platform/tx"
import type { OccurrenceView } from "./contract.ts"
import { mayDispute, mayReDate, mayReport, maySettle } from "./policy.ts"
import type { Occurrence } from "./rules.ts"
import {
  awaitsConfirmation,
  decideConfirmation,
  decideDispute,
  decideReDatable,
  decideReportable,
  decideUndo,
  decideWaiver,
  isOftenReDated,
  isOverdue,
  lapsesOn,
} from "./rules.ts"
import * as store from "./store.ts"

type Dated = Occurrence & Readonly<{ recordedAt: string | null }>

/** What this actor may do with a promise today: first by role and side, then by where the promise stands. */
export const abilitiesOf = (
  actor: WorkspaceActor,
  occurrence: Dated,
  today: PlainDate,
): OccurrenceView["abilities"] => {
  return {
    report: abilityOf(mayReport(actor, occurrence), decideReportable(occurrence)),
    confirm: abilityOf(maySettle(actor, occurrence), decideConfirmation(occurrence)),
    waive: abilityOf(maySettle(actor, occurrence), decideWaiver(occurrence, today)),
    reDate: abilityOf(mayReDate(actor), decideReDatable(occurrence)),
    dispute: abilityOf(mayDispute(actor, occurrence), decideDispute(occurrence)),
    undo: abilityOf(mayReport(actor, occurrence), decideUndo(occurrence, recordedOn(actor, occurrence), today)),
  }
}

/** The day, where the workspace is, on which the present state was recorded. */
export const recordedOn = (
  { timeZone }: WorkspaceActor,
  { recordedAt }: Pick<Dated, "recordedAt">,
): PlainDate | null => (recordedAt === null ? null : dateIn(timeZone, recordedAt))

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
  const evidence = Map.groupBy(given, ({ occurrenceId }) => occurrenceId)
  return rows.map((row) => ({
    ...row,
    partyName: nameOf(row.partnershipId, row.partyId),
    lapsesOn: lapsesOn(row),
    isOverdue: isOverdue(row, tx.today),
    awaitsConfirmation: awaitsConfirmation(row),
    isOftenReDated: isOftenReDated(row),
    clock: (row.clockId === null ? undefined : clocks.get(row.clockId)) ?? null,
    evidence: (evidence.get(row.id) ?? []).map(({ fileId, ...each }) => ({
      ...each,
      file: fileOf(fileId) ?? null,
      partyName: nameOf(row.partnershipId, each.partyId),
    })),
    abilities: abilitiesOf(tx.actor, row, tx.today),
  }))
}

export const occurrenceView = async (tx: WorkspaceTx, row: store.OccurrenceRow): Promise<OccurrenceView> => {
  const [view] = await occurrenceViews(tx, [row])
  if (!view) throw new Error("one row has one view")
  return view
}
