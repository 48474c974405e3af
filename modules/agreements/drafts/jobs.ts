import type { System } from "#core/actor"
import { isRefusal } from "#core/refusal"
import { everyWorkspace, untilDone } from "#platform/jobs"
import type { Tx } from "#platform/tx"
import { draftWithdrawn } from "../events.ts"
import * as store from "../store.ts"
import { applyAmendment } from "./apply.ts"
import { partiesOf } from "./view.ts"

const perBatch = 50

/** One batch of agreed changes whose day has come. What can no longer be carried out is withdrawn, and it is said why. */
const applySome = async (tx: Tx<System>): Promise<boolean> => {
  const due = await store.lockAgreed(tx, tx.today, perBatch)
  for (const draft of due) {
    const agreement = await store.agreements.lock(tx, draft.agreementId ?? "")
    const applied = agreement
      ? await applyAmendment(tx, draft, agreement, await partiesOf(tx, draft))
      : ({ refusal: "not-in-force" } as const)
    await store.saveDraft(
      tx,
      draft.id,
      isRefusal(applied) ? { state: "withdrawn" } : { state: "in_force", inForceAt: tx.now },
    )
    if (isRefusal(applied))
      await tx.record(draftWithdrawn, {
        ...{ subjectId: draft.id, partnershipId: draft.partnershipId, visibility: "shared" },
        payload: { title: draft.content.title, kind: draft.kind, reason: applied.refusal },
      })
  }
  return due.length === perBatch
}

/** Midnight comes to each workspace at its own time. */
export const applyAgreed = everyWorkspace({
  name: "agreements.apply-agreed",
  cron: "2 * * * *",
  visit: (context) => untilDone(context, applySome),
})
