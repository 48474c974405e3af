import { isSomethingSaid, judgingNow, saidOf } from "#modules/drift"
import { countRunning } from "#modules/partnerships"
import { action, nothing } from "#platform/action"
import * as contract from "./contract.ts"
import { mayBeGuided, mayTakeSteps } from "./policy.ts"
import { firstSteps, stepsDone } from "./rules.ts"
import { dismissedBy, exampleFor, holdingsOf, saveDismissed } from "./store.ts"

const steps = action(contract.getFirstSteps, {
  load: nothing,
  may: mayBeGuided,
  act: async ({ tx, actor }) => {
    if (mayTakeSteps(actor) !== true) return { steps: [], dismissed: [], example: null }
    const done = stepsDone({ ...(await holdingsOf(tx)), isSomethingSaid: await isSomethingSaid(tx) })
    return {
      steps: firstSteps.map((step) => ({ step, isDone: done[step] })),
      dismissed: await dismissedBy(tx),
      example: done.agreement && done.partner ? null : await exampleFor(tx),
    }
  },
})

const dismiss = action(contract.dismissSteps, {
  load: nothing,
  may: mayTakeSteps,
  act: async ({ tx }, _nothing, { steps }) => {
    await saveDismissed(tx, [...new Set(steps)])
    return { dismissed: await dismissedBy(tx) }
  },
})

const look = action(contract.getFirstLook, {
  load: nothing,
  may: mayBeGuided,
  act: async ({ tx }) => {
    const whose = (await countRunning(tx, "mine")).count > 0 ? ("mine" as const) : ("all" as const)
    return { judging: await judgingNow(tx), whose, ...(await saidOf(tx, whose)) }
  },
})

export const actions = [steps, dismiss, look]
