/** Pure rules of drift: what a partnership's changes mean together. The mathematics of one series is in core/changepoint. */
export { thresholdFor } from "./rules/alarmBudget.ts"
export { lastWeekKnown, verdictOf } from "./rules/assess.ts"
export type { Confirmed } from "./rules/causePriors.ts"
export { certaintyOf } from "./rules/certainty.ts"
export { leastLike, longestPast } from "./rules/counterfactual.ts"
export {
  type Assessment,
  type Cause,
  causes,
  type DatedEvent,
  type FirstSide,
  type OnsetDate,
  type SignalFinding,
  type Subject,
  toExchange,
  type WeeklySignal,
} from "./rules/finding.ts"
export { bandLevel } from "./rules/join.ts"
export {
  type Answer,
  answer,
  type DetectionSettings,
  judge,
  marketOf,
  type Packed,
  type Question,
  reconsider,
  type Task,
} from "./rules/judge.ts"
export { type Level, levelOf } from "./rules/levels.ts"
export { summariseLike } from "./rules/likeCases.ts"
export { type Shock, shocksOf } from "./rules/market.ts"
export { nextStepOf, nextSteps } from "./rules/nextStep.ts"
export { assessAmong, assessPortfolio } from "./rules/portfolio.ts"
export { type DriftInputs, type Preview, previewOf } from "./rules/preview.ts"
export { sentenceOf } from "./rules/sentence.ts"
export { type Standing, standingOf, standings } from "./rules/standing.ts"
export { type Clause, headlineOf, type Move, type SignalClause, summarise } from "./rules/summarise.ts"
export { type Speech, wordsOf } from "./rules/words.ts"
export { mayHaveBegunBy } from "./rules/young.ts"
