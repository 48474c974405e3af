import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import { ownName } from "#modules/workspaces"
import type { Approvable } from "#platform/approvable"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { approvalAsked, approvalClosed, approvalReached } from "./events.ts"
import { hashOf } from "./hashOf.ts"
import { canBeAnswered, seatsOf, stepsFor } from "./rules.ts"
import { readScene } from "./scene.ts"
import * as store from "./store.ts"

/**
 * For an act that is possible and permitted: asks for approval where the workspace's rule wants one, and says that it did. Then
 * nothing is done yet; `carryOut` does it once the last has approved. What Keelson itself does is not asked for.
 */
export const askApproval = async (
  tx: WorkspaceTx,
  approvable: Approvable,
  subjectId: Id,
  intent: Readonly<Record<string, unknown>>,
): Promise<boolean | Refusal<"approval-waits" | "nobody-may-approve">> => {
  const { actor } = tx
  if (actor.kind !== "member") return false
  const { kind, subjectKind } = approvable
  const rule = await store.findRule(tx, kind)
  const subject = await approvable.read(tx, subjectId)
  const steps = stepsFor(rule?.steps ?? [], subject?.amount ?? null)
  if (!subject || steps.length === 0) return false
  const waiting = await store.lockWaitingOn(tx, subjectKind, subjectId)
  if (waiting.some((each) => each.kind === kind)) return refuse("approval-waits")
  const scene = { ...(await readScene(tx)), today: tx.today, askedBy: actor.userId }
  if (!steps.every((step) => canBeAnswered(seatsOf(step, scene)))) return refuse("nobody-may-approve")
  const { partnershipId, title, amount, content } = subject
  const hash = hashOf(content, intent)
  const row = await store.insertApproval(tx, {
    ...{ id: newId(), kind, subjectKind, subjectId, partnershipId, title, intent, hash, steps },
    ...{ amountMinor: amount?.amountMinor ?? null, currency: amount?.currency ?? null },
    ...{ askedBy: actor.userId, askedByName: await ownName(tx) },
  })
  const about = { subjectId: row.id, partnershipId }
  await tx.record(approvalAsked, { ...about, payload: { kind, title, steps: steps.length, hash } })
  await tx.record(approvalReached, { ...about, payload: { kind, title, step: steps[0]?.name ?? "" } })
  return true
}

/** The subject is not what it was: what waits to be approved about it is void, and has to be asked for anew. */
export const voidApprovals = async (tx: WorkspaceTx, subjectKind: string, subjectId: Id): Promise<void> => {
  for (const row of await store.lockWaitingOn(tx, subjectKind, subjectId))
    await closeApproval(tx, row, "void", "changed")
}

/** Ends an approval, in one of the ways it can end. */
export const closeApproval = async (
  tx: WorkspaceTx,
  { id, partnershipId, kind, title }: store.ApprovalRow,
  state: "approved" | "rejected" | "withdrawn" | "void",
  because?: string,
): Promise<store.ApprovalRow> => {
  const saved = await store.saveApproval(tx, id, { state, closedAt: tx.now })
  const payload = { kind, title, state, ...(because === undefined ? {} : { because }) }
  await tx.record(approvalClosed, { subjectId: id, partnershipId, payload })
  return saved
}
