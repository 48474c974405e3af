import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { inForceOf } from "#modules/agreements"
import { beginOn, lockPartnership, moveTo } from "#modules/partnerships"
import { taskDone, taskSkipped } from "#modules/tasks"
import { eventPayload, workspaceJob } from "#platform/jobs"
import type { Tx } from "#platform/tx"
import type { Stage } from "#rules/partnerships"
import { onboardingGivenUp, onboardingStarted } from "./events.ts"
import { stageReached } from "./rules.ts"
import * as store from "./store.ts"

/** The stage of a partnership goes on to what is on record of it: nobody has to say again what was signed and done here. */
export const followStage = async (tx: Tx<System>, id: Id): Promise<void> => {
  const partnership = await lockPartnership(tx, id)
  if (!partnership) return
  const [first] = await inForceOf(tx, [id])
  const isOnboarding = await store.hasUnderWay(tx, id)
  const reached = stageReached(partnership.stage as Stage, { isSigned: first !== undefined, isOnboarding })
  if (reached === undefined) return
  await beginOn(tx, partnership, first?.startsOn)
  await moveTo(tx, partnership, reached)
}

/** Its last step is done or left out, it is given up, or somebody has begun one. */
export const onboardingTurned = workspaceJob({
  name: "onboarding.follow-stage",
  payload: eventPayload,
  on: [onboardingStarted, onboardingGivenUp, taskDone, taskSkipped],
  run: ({ partnershipId }, { transact }) =>
    transact(async (tx) => {
      if (partnershipId !== null && (await store.hasAny(tx, partnershipId))) await followStage(tx, partnershipId)
    }),
})
