import type { SegmentCost } from "#core/changepoint/cost/segmentCost"

/**
 * Moves points found at every `step`-th place to their best places, each between its neighbours, until none moves.
 * A change between two coarse places may have come in as two points: one that no longer pays for itself is dropped. Never
 * worse than what came in. O(points x step) evaluations a sweep.
 */
export const refine = (
  cost: SegmentCost,
  points: readonly number[],
  step: number,
  minLength: number,
  logHazard: number,
): readonly number[] => {
  if (step === 1) return points
  const cuts = [0, ...points, cost.length]
  for (let sweep = 0, moved = true; moved && sweep < 4; sweep++) {
    moved = false
    for (let k = 1; k + 1 < cuts.length; k++) {
      const before = cuts[k - 1] as number
      const after = cuts[k + 1] as number
      const now = cuts[k] as number
      const score = (at: number) => cost.logEvidence(before, at) + cost.logEvidence(at, after)
      let best = now
      let top = score(now)
      const end = Math.min(after - minLength, now + step)
      for (let at = Math.max(before + minLength, now - step); at <= end; at++) {
        const one = score(at)
        if (one <= top) continue
        top = one
        best = at
      }
      if (best !== now) moved = true
      cuts[k] = best
      if (cost.logEvidence(before, after) < top + logHazard) continue
      cuts.splice(k--, 1)
      moved = true
    }
  }
  return cuts.slice(1, -1)
}
