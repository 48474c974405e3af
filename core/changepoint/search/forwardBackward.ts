import type { SegmentCost } from "#core/changepoint/cost/segmentCost"
import { logSumExp } from "#core/stats/logSumExp"

/** Log evidence summed over every segmentation, that of no change at all, and P(a new segment starts at i). */
export type Posterior = Readonly<{ logEvidence: number; logNoChange: number; probabilities: Float64Array }>

/**
 * Sums over all segmentations at once, exactly (Fearnhead 2006).
 *
 * forward[t] is the evidence of [0, t) with a segment ending at t, backward[t] that of [t, n) with one starting at t;
 * their product over the total is the probability of a change at t. O(n^2) segment evaluations, O(n) memory.
 */
export const forwardBackward = (cost: SegmentCost, logHazard: number, minLength = 1): Posterior => {
  const n = cost.length
  const forward = new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY)
  const backward = new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY)
  const terms = new Float64Array(n + 1)
  forward[0] = 0
  backward[n] = 0
  for (let end = minLength; end <= n; end++) {
    let count = 0
    for (let start = 0; start <= end - minLength; start++) {
      if (forward[start] === Number.NEGATIVE_INFINITY) continue
      terms[count++] = (forward[start] as number) + (start > 0 ? logHazard : 0) + cost.logEvidence(start, end)
    }
    forward[end] = logSumExp(terms, 0, count)
  }
  for (let start = n - minLength; start >= 0; start--) {
    let count = 0
    for (let end = start + minLength; end <= n; end++) {
      if (backward[end] === Number.NEGATIVE_INFINITY) continue
      terms[count++] = (backward[end] as number) + (end < n ? logHazard : 0) + cost.logEvidence(start, end)
    }
    backward[start] = logSumExp(terms, 0, count)
  }
  const logEvidence = forward[n] as number
  const probabilities = new Float64Array(n)
  for (let t = 1; t < n; t++) {
    probabilities[t] = Math.exp((forward[t] as number) + logHazard + (backward[t] as number) - logEvidence)
  }
  return { logEvidence, logNoChange: cost.logEvidence(0, n), probabilities }
}
