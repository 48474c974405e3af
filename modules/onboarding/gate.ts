import { keptClosedBy, type TaskRow, tasksOfPlans } from "#modules/tasks"
import type { Gate } from "#platform/gate"
import { type OnboardingRow, onboardingsOf } from "./store.ts"

type Began = Pick<OnboardingRow, "planId" | "givenUpAt" | "openedAt">

/**
 * The steps that keep the registration of deals closed: of onboardings that are not given up and in which the host did not open it by
 * hand. A step that was done in any of them has opened it, whatever is planned anew.
 */
export const closingSteps = (onboardings: readonly Began[], tasks: readonly TaskRow[]): readonly TaskRow[] => {
  if (onboardings.some(({ openedAt }) => openedAt !== null)) return []
  const holding = new Set(onboardings.filter(({ givenUpAt }) => givenUpAt === null).map(({ planId }) => planId))
  return keptClosedBy("deal_registration", tasks).filter(({ planId }) => planId !== null && holding.has(planId))
}

/** Partners register deals once a step of their onboarding has opened that; who is not being onboarded is held up by nothing. */
const registration: Gate = {
  of: "deal_registration",
  refusal: "not-opened-yet",
  closedBy: async (tx, { partnershipId, partyId }) => {
    const own = (await onboardingsOf(tx, partnershipId)).filter((each) => each.partyId === partyId)
    const tasks = await tasksOfPlans(
      tx,
      own.map(({ planId }) => planId),
    )
    return closingSteps(own, tasks).map(({ title }) => title)
  },
}

export const gates = [registration]
