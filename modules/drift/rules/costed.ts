import type { SignalDefinition } from "#rules/metrics"

export { isMoney } from "#rules/metrics"

/** Is a loss of this signal a loss of business? Counts and amounts of pipeline and revenue are; shares and delays have no sum. */
export const isCosted = ({ dimension, kind, worse }: SignalDefinition): boolean =>
  (dimension === "pipeline" || dimension === "commercial") &&
  (kind === "count" || kind === "amount") &&
  worse === "lower"

/** A standing amount: adding up its weeks would count the same deal many times. */
export const isStock = (signal: string): boolean => signal === "pipeline_amount"
