/** Pure rules of promises: when they fall due, what may happen to them, and what counts as kept. */
export { isExhausted, lapsesOn, occurrencesOf } from "./rules/calendar.ts"
export { type ClockEnd, followsClock, standingByClock } from "./rules/clocked.ts"
export {
  awaitsConfirmation,
  decideConfirmation,
  decideDispute,
  decideNewDate,
  decideReDatable,
  decideReport,
  decideReportable,
  decideUndo,
  decideWaiver,
  isOftenReDated,
  isWordOfWeight,
  type Occurrence,
  type Standing,
} from "./rules/decide.ts"
export {
  becomesDue,
  becomesMissed,
  counts,
  decidedStates,
  forgivenStates,
  isDue,
  isOpen,
  isOverdue,
  isPending,
  keptRate,
  keptWindowDays,
  openStates,
  overdueForDays,
  pendingStates,
  unsettledStates,
  waitingStates,
} from "./rules/standing.ts"
export {
  type Cadence,
  type CommitmentMeasure,
  cadences,
  type EvidenceKind,
  type EvidenceNeeded,
  evidenceKinds,
  evidenceNeeds,
  measures,
  type OccurrenceState,
  occurrenceStates,
} from "./rules/states.ts"
