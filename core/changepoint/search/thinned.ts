import type { SegmentCost } from "#core/changepoint/cost/segmentCost"

/** The same series with changes allowed at every `step`-th place only: a search costs step^2 times less. */
export const thinned = (cost: SegmentCost, step: number): SegmentCost => {
  if (step === 1) return cost
  const last = Math.ceil(cost.length / step)
  return {
    length: last,
    logEvidence: (start, end) => cost.logEvidence(start * step, end === last ? cost.length : end * step),
  }
}

/**
 * Every segment's evidence computed once and kept, for searches that ask for the same ones again. The table is shared
 * between calls and overwritten by the next one. O(n^2) memory: for a thinned series.
 */
export const tabulated = (cost: SegmentCost, minLength: number): SegmentCost => {
  const size = cost.length + 1
  if (table.length < (size * (size - 1)) / 2) table = new Float64Array((size * (size - 1)) / 2)
  const kept = table
  for (let end = minLength; end < size; end++) {
    const row = (end * (end - 1)) / 2
    for (let start = 0; start <= end - minLength; start++) kept[row + start] = cost.logEvidence(start, end)
  }
  return { length: cost.length, logEvidence: (start, end) => kept[(end * (end - 1)) / 2 + start] as number }
}

let table = new Float64Array(0)
