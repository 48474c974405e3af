import type { Refusal } from "#core/refusal"
import { isRefusal, refuse } from "#core/refusal"
import type { Approvable } from "#platform/approvable"
import type { WorkspaceTx } from "#platform/tx"
import { closeApproval } from "./asking.ts"
import { approvalReached } from "./events.ts"
import { standingOf } from "./rules.ts"
import { readScene, seatsNow } from "./scene.ts"
import * as store from "./store.ts"

/**
 * Brings a locked approval as far as its answers bring it: to the next step, to its end by a no, or to the act itself. Says the row
 * as it then is, or that the act is not possible any more.
 */
export const goOn = async (
  tx: WorkspaceTx,
  approvables: readonly Approvable[],
  row: store.ApprovalRow,
): Promise<store.ApprovalRow | Refusal<"not-possible-any-more">> => {
  const scene = await readScene(tx, [row])
  const answers = await store.answersTo(tx, [row.id])
  let now = row
  for (;;) {
    const step = now.steps[now.step]
    if (!step) break
    const given = answers.filter((answer) => answer.step === now.step)
    const standing = standingOf(step, seatsNow(tx, scene, now), given)
    if (standing === "rejected") {
      const reason = given.find(({ decision }) => decision === "reject")?.reason ?? ""
      return closeApproval(tx, approvables, now, { state: "rejected", reason })
    }
    if (standing === "waiting") return now
    now = await store.saveApproval(tx, now.id, {
      step: now.step + 1,
      reachedAt: tx.now,
      remindedAt: null,
      escalatedAt: null,
    })
    const next = now.steps[now.step]
    const { kind, title, partnershipId } = now
    if (next)
      await tx.record(approvalReached, { subjectId: now.id, partnershipId, payload: { kind, title, step: next.name } })
  }
  const approvable = approvables.find(({ kind }) => kind === now.kind)
  const done = await approvable?.carryOut(tx, now.subjectId, now.intent)
  if (done === undefined || isRefusal(done))
    return refuse("not-possible-any-more", isRefusal(done) ? done.detail : undefined)
  // What was done has made another thing of what others wait to be asked of.
  for (const other of await store.lockWaitingOn(tx, now.subjectKind, now.subjectId))
    if (other.id !== now.id) await closeApproval(tx, approvables, other, { state: "void", because: "changed" })
  return closeApproval(tx, approvables, now, { state: "approved" })
}
