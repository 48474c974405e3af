import { fitCountShapes } from "#core/changepoint/cost/countShapes"
import { type OnsetEvidence, type OnsetOptions, onsetOf, posteriorOf } from "./onset.ts"

/**
 * When did a count begin to change? As `onsetOf`, with the Poisson likelihood in place of a normal approximation.
 *
 * Over-dispersion and autocorrelation (from the residuals of the normal fit on the stabilised scale) both divide the
 * log-likelihood, so neither a bursty nor a sluggish series looks surer than it is.
 */
export const countOnsetOf = (
  counts: Float64Array,
  stabilised: Float64Array,
  dispersion: number,
  options: OnsetOptions & { direction: -1 | 1 },
): OnsetEvidence | undefined => {
  const { direction, before = 6, after = 4 } = options
  const normal = onsetOf(stabilised, options)
  if (normal === undefined) return undefined
  const fit = fitCountShapes(counts, direction, dispersion * normal.longRun, before, after)
  return posteriorOf(fit.logBayes, counts.length, normal)
}
