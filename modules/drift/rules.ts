/** Pure rules of drift: what a partnership's changes mean together. The mathematics of one series is in core/changepoint. */
export { threshold } from "./rules/assess.ts"
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
export { assessPortfolio } from "./rules/portfolio.ts"
export { type Clause, summarise } from "./rules/summarise.ts"
