import { applicationActions } from "./actions/applications.ts"
import { assessmentActions } from "./actions/assessments.ts"
import { candidateActions } from "./actions/candidates.ts"
import { conflictActions } from "./actions/conflicts.ts"
import { coverageActions } from "./actions/coverage.ts"
import { decisionActions } from "./actions/decisions.ts"
import { formActions } from "./actions/forms.ts"
import { lessonActions } from "./actions/lessons.ts"
import { profileActions } from "./actions/profiles.ts"

export const actions = [
  ...[...profileActions, ...candidateActions, ...assessmentActions],
  ...[
    ...decisionActions,
    ...conflictActions,
    ...formActions,
    ...applicationActions,
    ...coverageActions,
    ...lessonActions,
  ],
]
