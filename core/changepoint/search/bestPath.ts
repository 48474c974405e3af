import type { SegmentCost } from "#core/changepoint/cost/segmentCost"
import { reusable } from "#core/stats/reusable"

/** The first observation of each new segment, ascending, and the log evidence of that one segmentation. */
export type BestPath = Readonly<{ points: readonly number[]; logEvidence: number }>

/**
 * The single most probable segmentation, exactly (optimal partitioning, Jackson et al. 2005).
 *
 * `logHazard` is the log prior of a change at any one place; `minLength` the shortest segment allowed.
 * O(n^2) segment evaluations, O(n) memory.
 */
export const bestPath = (cost: SegmentCost, logHazard: number, minLength = 1): BestPath => {
  const n = cost.length
  const best = roomForBest(n + 1).fill(Number.NEGATIVE_INFINITY, 0, n + 1)
  const previous = roomForPrevious(n + 1).fill(0, 0, n + 1)
  best[0] = -logHazard // the first segment is not preceded by a change
  const evidence = roomForEvidence(n + 1)
  for (let end = Math.min(minLength, n); end <= n; end++) {
    const last = Math.max(0, end - minLength)
    cost.logEvidences(last, 1, end, evidence)
    let top = Number.NEGATIVE_INFINITY
    let from = 0
    for (let start = 0; start <= last; start++) {
      const score = (best[start] as number) + (evidence[start] as number)
      if (score <= top) continue
      top = score
      from = start
    }
    best[end] = top + logHazard
    previous[end] = from
  }
  const points: number[] = []
  for (let at = previous[n] as number; at > 0; at = previous[at] as number) points.unshift(at)
  return { points, logEvidence: best[n] as number }
}

const roomForBest = reusable((size) => new Float64Array(size))
const roomForEvidence = reusable((size) => new Float64Array(size))
const roomForPrevious = reusable((size) => new Int32Array(size))
