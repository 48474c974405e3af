import { partyOf } from "#core/actor"
import type { Id } from "#core/ids"
import { isRefusal, refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { areActivitiesOf } from "#modules/activities"
import { holdFiles, releaseFiles } from "#modules/files"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import type { OccurrenceView } from "./contract.ts"
import * as events from "./events.ts"
import type { Standing, Undo } from "./rules.ts"
import { decideConfirmation, decideDispute, decideMoreTime, decideReport, decideUndo, decideWaiver } from "./rules.ts"
import * as store from "./store.ts"
import { occurrenceView } from "./view.ts"

/** By a session, or by a link that was mailed: the ledger says which. */
export type Way = Readonly<{ source?: "link" | undefined }>

type Act = Way &
  Readonly<{
    event: typeof events.kept
    /** What it is, for whoever takes it back; a taking back is not taken back itself. */
    act?: Undo["act"]
    evidence?: readonly Id[]
    proposal?: Id
    /** A proposal that is about the promise as it stood stays open. */
    keepsProposal?: boolean
  }>

/** Saves and records: every act on a promise ends here. */
export const saveAndRecord = async (
  tx: WorkspaceTx,
  before: store.OccurrenceRow,
  change: store.Change,
  { event, source, keepsProposal = false, ...done }: Act,
): Promise<OccurrenceView> => {
  if (!keepsProposal && before.asked?.state === "open" && before.asked.id !== done.proposal)
    await store.voidProposals(tx, before.id)
  const after = await store.saveOccurrence(tx, before, change, undoOf(tx, before, done))
  const { title, owedBy, dueOn, state, closedOn, commitmentId } = after
  await tx.record(event, {
    ...(source ? { source } : {}),
    subjectId: after.id,
    partnershipId: after.partnershipId,
    payload: {
      ...{ title, owedBy, dueOn, state, closedOn, commitmentId },
      before: before.state,
      ...(before.dueOn === dueOn ? {} : { wasDueOn: before.dueOn }),
      ...(change.note ? { reason: change.note } : {}),
    },
  })
  return occurrenceView(tx, after)
}

const undoOf = (
  { actor, now }: WorkspaceTx,
  { state, closedOn, reportedOn, missedOn, dueOn, reDated, note }: store.OccurrenceRow,
  { act, evidence = [], proposal }: Pick<Act, "act" | "evidence" | "proposal">,
): Undo | null => {
  if (act === undefined) return null
  const before = { state, closedOn, reportedOn, missedOn, dueOn, reDated, note }
  return { by: partyOf(actor), at: now, act, before, evidence, proposal: proposal ?? null }
}

/** A report that waits for the other side's word is no promise kept yet. */
const reportedAs = ({ state, reportedOn }: Standing) =>
  reportedOn !== null ? events.reported : state === "kept_late" ? events.keptLate : events.kept

type Given = Omit<Parameters<typeof store.insertEvidence>[2][number], "id">

/** Holds what is given as evidence of a promise; answers the ids it has from then on. */
export const giveEvidence = async (tx: WorkspaceTx, row: store.OccurrenceRow, evidence: readonly Given[]) => {
  const activityIds = evidence.flatMap(({ activityId }) => (activityId === undefined ? [] : [activityId]))
  if (!(await areActivitiesOf(tx, row.partnershipId, activityIds))) return refuse("no-such-activity")
  const fileIds = evidence.flatMap(({ fileId }) => (fileId === undefined ? [] : [fileId]))
  const held = await holdFiles(tx, { kind: "occurrence", id: row.id }, fileIds, "evidence")
  if (isRefusal(held)) return held
  const given = evidence.map((each) => ({ id: newId(), ...each }))
  await store.insertEvidence(tx, row, given)
  return given.map(({ id }) => id)
}

type Report = Readonly<{ doneOn: PlainDate; evidence: readonly Given[] }>

export const keepPromise = async (tx: WorkspaceTx, row: store.OccurrenceRow, { doneOn, evidence }: Report) => {
  const kinds = evidence.map(({ kind }) => kind)
  const decision = decideReport(row, { by: partyOf(tx.actor), doneOn, evidence: kinds, today: tx.today })
  if (isRefusal(decision)) return decision
  const given = await giveEvidence(tx, row, evidence)
  if (isRefusal(given)) return given
  return saveAndRecord(tx, row, decision, { event: reportedAs(decision), act: "reported", evidence: given })
}

export const confirmPromise = async (
  tx: WorkspaceTx,
  row: store.OccurrenceRow,
  { note, source }: Way & { note?: string | undefined },
) => {
  const decision = decideConfirmation(row)
  if (isRefusal(decision)) return decision
  const evidence = [{ id: newId(), kind: "confirmation" as const, note }]
  await store.insertEvidence(tx, row, evidence)
  const ids = evidence.map(({ id }) => id)
  return saveAndRecord(tx, row, decision, { event: events.confirmed, act: "confirmed", evidence: ids, source })
}

export const disputePromise = async (
  tx: WorkspaceTx,
  row: store.OccurrenceRow,
  { reason, source }: Way & { reason: string },
) => {
  const decision = decideDispute(row, partyOf(tx.actor))
  if (isRefusal(decision)) return decision
  const act = { event: events.disputed, act: "disputed", keepsProposal: true, source } as const
  return saveAndRecord(tx, row, { ...decision, note: reason }, act)
}

export const waivePromise = async (tx: WorkspaceTx, row: store.OccurrenceRow, { reason }: { reason: string }) => {
  const decision = decideWaiver(row, tx.today)
  if (isRefusal(decision)) return decision
  return saveAndRecord(tx, row, { ...decision, note: reason }, { event: events.waived, act: "waived" })
}

type MoreTime = Readonly<{ dueOn: PlainDate; reason: string }>

export const giveMoreTime = async (tx: WorkspaceTx, row: store.OccurrenceRow, { dueOn, reason }: MoreTime) => {
  const decision = decideMoreTime(row, dueOn, tx.today)
  if (isRefusal(decision)) return decision
  return saveAndRecord(tx, row, { ...decision, note: reason }, { event: events.reAgreed, act: "re_dated" })
}

/** Takes the last act back: what it gave as evidence goes with it, and a proposal that it answered waits again. */
export const undoPromise = async (tx: WorkspaceTx, row: store.OccurrenceRow) => {
  const decision = decideUndo(row, partyOf(tx.actor), tx)
  if (isRefusal(decision)) return decision
  const { act, evidence, proposal } = row.undo ?? { act: "reported", evidence: [], proposal: null }
  await releaseFiles(tx, await store.retractEvidence(tx, row.id, evidence))
  if (proposal !== null) await store.reopenProposal(tx, proposal)
  const event = act === "reported" ? events.reportUndone : events.actUndone
  return saveAndRecord(tx, row, decision, { event, keepsProposal: true })
}
