import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { inForceOf } from "#modules/agreements"
import { beginOn, lockPartnership, moveTo } from "#modules/partnerships"
import { taskDone, taskSkipped, tasksById } from "#modules/tasks"
import { eventPayload, workspaceJob } from "#platform/jobs"
import type { Tx } from "#platform/tx"
import type { Stage } from "#rules/partnerships"
import { onboardingGivenUp, onboardingStarted } from "./events.ts"
import { stageReached, type Turn } from "./rules.ts"
import * as store from "./store.ts"

/** The stage of a partnership goes on by what happened: nobody has to say again what was signed and done here. */
export const followStage = async (tx: Tx<System>, turn: Turn, id: Id): Promise<void> => {
  const partnership = await lockPartnership(tx, id)
  if (!partnership) return
  const [first] = await inForceOf(tx, [id])
  const isOnboarding = await store.hasUnderWay(tx, id)
  const reached = stageReached(turn, partnership.stage as Stage, { isSigned: first !== undefined, isOnboarding })
  if (reached === undefined) return
  await beginOn(tx, partnership, first?.startsOn)
  await moveTo(tx, partnership, reached)
}

const begun = workspaceJob({
  name: "onboarding.begun",
  payload: eventPayload,
  on: [onboardingStarted],
  run: ({ partnershipId }, { transact }) =>
    transact(async (tx) => {
      if (partnershipId !== null) await followStage(tx, "begun", partnershipId)
    }),
})

/** A task that was done or left out is a step of an onboarding, or none of its business. */
const isStep = async (tx: Tx<System>, kind: string, id: Id): Promise<boolean> => {
  if (kind === onboardingGivenUp.kind) return true
  const [task] = await tasksById(tx, [id])
  return task?.planId != null && (await store.onboardingsOfPlans(tx, [task.planId])).length > 0
}

/** Its last step is done or left out, or it is given up. */
const over = workspaceJob({
  name: "onboarding.over",
  payload: eventPayload,
  on: [onboardingGivenUp, taskDone, taskSkipped],
  run: ({ kind, partnershipId, subjectId }, { transact }) =>
    transact(async (tx) => {
      if (partnershipId !== null && (await isStep(tx, kind, subjectId))) await followStage(tx, "over", partnershipId)
    }),
})

export const stageJobs = [begun, over]
