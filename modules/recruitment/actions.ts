import { assessmentActions } from "./actions/assessments.ts"
import { candidateActions } from "./actions/candidates.ts"
import { conflictActions } from "./actions/conflicts.ts"
import { decisionActions } from "./actions/decisions.ts"
import { profileActions } from "./actions/profiles.ts"

export const actions = [
  ...[...profileActions, ...candidateActions, ...assessmentActions],
  ...[...decisionActions, ...conflictActions],
]
