import { isRefusal } from "#core/refusal"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as events from "./events.ts"
import { decideConfirmation, decideDispute } from "./rules.ts"
import * as store from "./store.ts"
import { occurrenceView } from "./view.ts"

/** Saves and records: every act on a promise ends here. */
export const saveAndRecord = async (
  tx: WorkspaceTx,
  before: store.OccurrenceRow,
  kind: typeof events.kept,
  change: store.Change,
  source?: "link",
) => {
  const after = await store.saveOccurrence(tx, before, change)
  const { title, owedBy, dueOn, state, closedOn, commitmentId } = after
  await tx.record(kind, {
    ...(source ? { source } : {}),
    subjectId: after.id,
    partnershipId: after.partnershipId,
    payload: {
      title,
      owedBy,
      dueOn,
      state,
      closedOn,
      commitmentId,
      before: before.state,
      ...(change.note ? { reason: change.note } : {}),
    },
  })
  return occurrenceView(tx, after)
}

/** By a session, or by a link that was mailed: the ledger says which. */
type Way = Readonly<{ source?: "link" }>

export const confirmPromise = async (
  tx: WorkspaceTx,
  row: store.OccurrenceRow,
  { note, source }: Way & { note?: string | undefined },
) => {
  const decision = decideConfirmation(row)
  if (isRefusal(decision)) return decision
  await store.insertEvidence(tx, row, [{ id: newId(), kind: "confirmation", note }])
  return saveAndRecord(tx, row, events.confirmed, decision, source)
}

export const disputePromise = async (
  tx: WorkspaceTx,
  row: store.OccurrenceRow,
  { reason, source }: Way & { reason: string },
) => {
  const decision = decideDispute(row)
  return isRefusal(decision) ? decision : saveAndRecord(tx, row, events.disputed, { ...decision, note: reason }, source)
}
