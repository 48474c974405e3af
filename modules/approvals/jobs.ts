import { isRefusal } from "#core/refusal"
import { memberDeactivated, memberRoleChanged } from "#modules/people"
import { eventPayload, workspaceJob } from "#platform/jobs"
import { closeApproval } from "./asking.ts"
import { approvalReached, deputyNamed } from "./events.ts"
import { goOn } from "./goingOn.ts"
import * as store from "./store.ts"
import { remindOfWaiting } from "./waiting.ts"

/**
 * Somebody left, has another role, or is stood in for: what waited for them goes on, to whoever it waits for now, or to its end
 * where nobody is left to wait for. One transaction each.
 */
const peopleChanged = workspaceJob({
  name: "approvals.people-changed",
  payload: eventPayload,
  on: [memberDeactivated, memberRoleChanged, deputyNamed],
  run: async (_heard, { transact, platform }) => {
    for (const { id } of await transact(store.waitingApprovals))
      await transact(async (tx) => {
        const row = await store.lockApproval(tx, id)
        if (row?.state !== "waiting") return
        const { approvables } = platform.contributed
        const after = await goOn(tx, approvables, row)
        if (isRefusal(after)) await closeApproval(tx, approvables, row, { state: "void", because: "impossible" })
        else if (after.state === "waiting" && after.step === row.step) {
          const { kind, title, partnershipId, steps, step } = row
          const payload = { kind, title, step: steps[step]?.name ?? "" }
          await tx.record(approvalReached, { subjectId: id, partnershipId, payload })
        }
      })
  },
})

export const jobs = [peopleChanged, remindOfWaiting]
