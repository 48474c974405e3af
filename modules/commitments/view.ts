import type { WorkspaceActor } from "#core/actor"
import type { Ability } from "#core/endpoint"
import type { Refusal } from "#core/refusal"
import { isRefusal } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { dateIn } from "#core/time"
import { companyNames } from "#modules/partnerships"
import type { WorkspaceTx } from "#platform/tx"
import type { OccurrenceView } from "./contract.ts"
import { mayDispute, mayReDate, mayReport, maySettle } from "./policy.ts"
import type { Occurrence } from "./rules.ts"
import {
  awaitsConfirmation,
  decideConfirmation,
  decideDispute,
  decideUndo,
  decideWaiver,
  isOftenReDated,
  isOverdue,
  lapsesOn,
  mayMove,
} from "./rules.ts"
import * as store from "./store.ts"

type Dated = Occurrence & Readonly<{ recordedAt: string | null }>

/** What this actor may do with a promise today: first by role and side, then by where the promise stands. */
export const abilitiesOf = (
  actor: WorkspaceActor,
  occurrence: Dated,
  today: PlainDate,
): OccurrenceView["abilities"] => {
  const isOpen = mayMove(occurrence.state, "kept") || "already-closed"
  const isReportable = occurrence.reportedOn === null ? isOpen : "already-reported"
  return {
    report: both(mayReport(actor, occurrence), isReportable),
    confirm: both(maySettle(actor, occurrence), possible(decideConfirmation(occurrence))),
    waive: both(maySettle(actor, occurrence), possible(decideWaiver(occurrence, today))),
    reDate: both(mayReDate(actor), mayMove(occurrence.state, "re_agreed") || "already-closed"),
    dispute: both(mayDispute(actor, occurrence), possible(decideDispute(occurrence))),
    undo: both(mayReport(actor, occurrence), possible(decideUndo(occurrence, recordedOn(actor, occurrence), today))),
  }
}

/** The day, where the workspace is, on which the present state was recorded. */
export const recordedOn = (
  { timeZone }: WorkspaceActor,
  { recordedAt }: Pick<Dated, "recordedAt">,
): PlainDate | null => (recordedAt === null ? null : dateIn(timeZone, recordedAt))

const both = (permitted: Ability, now: Ability): Ability => (permitted === true ? now : permitted)
const possible = (decision: object | Refusal): Ability => (isRefusal(decision) ? decision.refusal : true)

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
  const evidence = Map.groupBy(given, ({ occurrenceId }) => occurrenceId)
  return rows.map((row) => ({
    ...row,
    partyName: nameOf(row.partnershipId, row.partyId),
    lapsesOn: lapsesOn(row),
    isOverdue: isOverdue(row, tx.today),
    awaitsConfirmation: awaitsConfirmation(row),
    isOftenReDated: isOftenReDated(row),
    evidence: (evidence.get(row.id) ?? []).map((each) => ({
      ...each,
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
