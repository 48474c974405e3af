/**
 * A commitment is what one side has promised the other, with the days it falls due and whether it was kept.
 * It is not a goal both pursue (an objective), and not the paper it was signed on (an agreement).
 */
export { actions } from "./actions.ts"
export { endCommitmentsOf, enterCommitments, moveCommitmentsEnd } from "./enter.ts"
export { jobs } from "./jobs.ts"
export { abilitiesOf, isOverdue } from "./view.ts"
