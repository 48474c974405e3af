export { decideDates, decideGiving } from "./rules/giving.ts"
export {
  type CheckResult,
  checkResults,
  type DiligenceKind,
  diligenceKinds,
  isChecked,
  mostItemsOfCompany,
  mostMonths,
  mostRemindDays,
  mostRequirements,
  mostRounds,
  type Requirement,
} from "./rules/kinds.ts"
export { decideList, decideNeed, decideReview } from "./rules/reviewing.ts"
export {
  type Concern,
  concernOf,
  type ItemState,
  isMet,
  itemOf,
  itemStates,
  type RoundState,
  remindDayOf,
  roundStates,
  type Standing,
  standingOf,
  standings,
} from "./rules/standing.ts"
