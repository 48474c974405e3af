import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import { findWorkspace, ownName } from "#modules/workspaces"
import type { Approvable } from "#platform/approvable"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { approvalAsked, approvalClosed, approvalReached } from "./events.ts"
import { hashOf } from "./hashOf.ts"
import { canBeAnswered, chooseSteps } from "./rules.ts"
import { readScene, seatsAt } from "./scene.ts"
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
  if (rule === undefined || rule.steps.length === 0) return false
  const subject = await approvable.read(tx, subjectId)
  if (!subject) return false
  const { partnershipId, title, amount, content } = subject
  const currency = await currencyOf(tx)
  const given = await approvable.facts(tx, subjectId, intent, currency)
  const { asked, leftOut } = chooseSteps(rule.steps, { amount, given, variables: approvable.variables(currency) })
  if (asked.length === 0) return false
  const waiting = await store.lockWaitingOn(tx, subjectKind, subjectId)
  if (waiting.some((each) => each.kind === kind)) return refuse("approval-waits")
  const scene = await readScene(tx, [{ partnershipId, steps: asked }])
  const request = { partnershipId, askedBy: actor.userId }
  if (!asked.every((step) => canBeAnswered(seatsAt(tx, scene, request, step)))) return refuse("nobody-may-approve")
  const hash = hashOf(content, intent)
  const row = await store.insertApproval(tx, {
    ...{ id: newId(), kind, subjectKind, subjectId, partnershipId, title, intent, hash, steps: asked, leftOut },
    ...{ amountMinor: amount?.amountMinor ?? null, currency: amount?.currency ?? null },
    ...{ askedBy: actor.userId, askedByName: await ownName(tx), ruleEdition: rule.version, reachedAt: tx.now },
  })
  const about = { subjectId: row.id, partnershipId }
  await tx.record(approvalAsked, {
    ...about,
    payload: { kind, title, steps: asked.length, edition: rule.version, hash },
  })
  await tx.record(approvalReached, { ...about, payload: { kind, title, step: asked[0]?.name ?? "" } })
  return true
}

/** The currency in which conditions speak of money. */
export const currencyOf = async (tx: WorkspaceTx): Promise<string> => (await findWorkspace(tx))?.currency ?? ""

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
