import { onboardingActions } from "./actions/onboardings.ts"
import { planActions } from "./actions/plans.ts"

export const actions = [...onboardingActions, ...planActions]
