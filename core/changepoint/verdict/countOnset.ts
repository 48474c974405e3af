import { fitCountShapes } from "#core/changepoint/cost/countShapes"
import { fitOnset, normalEvidence, type OnsetEvidence, type OnsetOptions, posteriorOf } from "./onset.ts"

/** Log evidence behind the best shape of the normal fit from which on the count's own likelihood is not asked. */
const outOfReach = 9

/**
 * When did a count begin to change? As `onsetOf`, with the Poisson likelihood in place of a normal approximation; the normal
 * fit on the stabilised scale says which onsets and shapes are worth it.
 *
 * Over-dispersion and autocorrelation (from the residuals of the normal fit) both divide the log-likelihood, so neither a
 * bursty nor a sluggish series looks surer than it is.
 */
export const countOnsetOf = (
  counts: Float64Array,
  stabilised: Float64Array,
  dispersion: number,
  options: OnsetOptions & { direction: -1 | 1 },
): OnsetEvidence | undefined => {
  const fit = fitOnset(stabilised, options, outOfReach)
  if (fit === undefined) return undefined
  const evidence = fitCountShapes(counts, options.direction, dispersion * fit.longRun, fit.candidates)
  return posteriorOf(fit, evidence ?? normalEvidence(fit), 1)
}
