export {
  type AppealState,
  appealableOf,
  appealStates,
  decideOpenAppeal,
  decideUpheld,
  isSettledBy,
} from "./rules/appeal.ts"
export {
  type Certificate,
  type Facts,
  type InForce,
  isValidOn,
  type Measured,
  type Said,
  type WonDeal,
} from "./rules/facts.ts"
export { isOther, judgedAgain } from "./rules/knownNow.ts"
export { type Line, missingOf, progressOf, type Source, type Standing, standings } from "./rules/line.ts"
export { amountIn, type Rate } from "./rules/money.ts"
export {
  decideMovement,
  type Held,
  isEvaluationDue,
  isLostByChange,
  type Judged,
  judge,
  type Movement,
  type Outcome,
  outcomes,
} from "./rules/movement.ts"
export {
  hasWindow,
  isYesOrNo,
  mostWindowMonths,
  type Requirement,
  type RequirementKind,
  requirementKinds,
  windowStart,
} from "./rules/requirement.ts"
export { decideOngoing } from "./rules/retirement.ts"
export {
  type AppealTerms,
  type Benefits,
  comingAfter,
  decideCurrency,
  decideHoldsFrom,
  decideTerms,
  decideTiersKept,
  mostAppealDays,
  mostBenefits,
  mostGraceDays,
  mostRequirements,
  mostTiers,
  type Rhythm,
  rhythms,
  type Terms,
  type Tier,
  usualAppeals,
  versionOn,
} from "./rules/terms.ts"
export { type TrialOutcome, type Tried, trialOutcomes, tryTerms } from "./rules/trial.ts"
