import { fitCountShapes } from "#core/changepoint/cost/countShapes"
import type { Failures } from "#core/stats/failures"
import { fitOnset, normalEvidence, type OnsetEvidence, type OnsetOptions, posteriorOf } from "./onset.ts"

/** Log evidence behind the best shape of the normal fit from which on the failures' own likelihood is not asked. */
const outOfReach = 9

/**
 * When did more of what was tried begin to fail? As `onsetOf`, with the failures counted as rare events among so many trials: a share
 * of five loses on any scale with even noise what its few failures know.
 *
 * Poisson with the trials as exposure; a binomial's smaller spread and what moods add are in the dispersion.
 */
export const failureOnsetOf = (
  { counts, exposures, dispersion }: Failures,
  stabilised: Float64Array,
  options: OnsetOptions,
): OnsetEvidence | undefined => {
  const fit = fitOnset(stabilised, options, outOfReach)
  if (fit === undefined) return undefined
  const evidence = fitCountShapes(counts, 1, dispersion * fit.longRun, fit.candidates, exposures)
  return posteriorOf(fit, evidence ?? normalEvidence(fit), 1)
}
