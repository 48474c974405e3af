/** Pure rules of tasks: when they fall due, what waits for what, and what may become of them. */
export {
  type Dating,
  datesOf,
  datings,
  type OffsetUnit,
  offsetUnits,
  openBefore,
  workdaysLate,
} from "./rules/dating.ts"
export {
  decideChangeable,
  decideDoable,
  decideDone,
  decideOrder,
  decideReopen,
  decideSkip,
  dueSoonDays,
  heldUpBy,
  isOverdue,
} from "./rules/decide.ts"
export { forecastDays } from "./rules/forecast.ts"
export { type Grant, isOpened, keptClosedBy, mostGrants, type Opened } from "./rules/grants.ts"
export { mostTasks, mostWaits, type TaskState, taskStates } from "./rules/states.ts"
export { datedSteps, decideSteps, idsOf, needsOf, ownerOf, type Step } from "./rules/steps.ts"
