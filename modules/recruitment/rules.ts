export { decideAnswers } from "./rules/answers.ts"
export {
  type ApplicationState,
  applicationStates,
  decideAsking,
  decideSettling,
  type Suspicion,
  suspicions,
  suspicionsOf,
  type ToldState,
  toldState,
} from "./rules/applications.ts"
export { type AssessmentState, assessmentStates, countedOf, maySeeAnswers } from "./rules/blind.ts"
export {
  type Conflict,
  type ConflictKind,
  conflictKinds,
  conflictsOf,
  isSerious,
  type Listed,
  type ListedKind,
  listedKinds,
  mostListed,
  type Surroundings,
} from "./rules/conflicts.ts"
export {
  type Cell,
  type CoverageStanding,
  coverageStandings,
  decideTarget,
  type EntryKind,
  entryKinds,
  gapsOf,
  inOrder,
  lackingOf,
  mostWords,
  type PlaceKind,
  placeKinds,
  shortOf,
  standingOfPartnership,
  standingsOfCandidates,
} from "./rules/coverage.ts"
export { decideOutcome } from "./rules/decision.ts"
export {
  addressOfForm,
  decideForm,
  type FormQuestion,
  type FormWords,
  mostForms,
  mostQuestions,
  wordsIn,
} from "./rules/forms.ts"
export { decideLesson, type LikeBy, likeBy, mostAlike } from "./rules/likeness.ts"
export { listingOf } from "./rules/listing.ts"
export { byStanding, type Scored, type Spread, type Verdict, verdictOf } from "./rules/panel.ts"
export {
  type Criterion,
  type Dimension,
  decideYardstick,
  dimensions,
  type Level,
  levels,
  measureAlike,
  mostCriteria,
} from "./rules/profile.ts"
export { type Answer, type Confidence, confidences, type Score, scoreOf } from "./rules/score.ts"
export {
  type CandidateStage,
  candidateStages,
  decideConversion,
  decideLookAgain,
  decideOngoing,
  decideReopen,
  decideStage,
  isWorking,
  type Outcome,
  outcomes,
  type SourceKind,
  sourceKinds,
  type WorkingStage,
  workingStages,
} from "./rules/stages.ts"
export { lookedAtAgain, toldAheadDays, type Wait, waits } from "./rules/waiting.ts"
