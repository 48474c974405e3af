import type { SegmentCost } from "#core/changepoint/cost/segmentCost"

/** The same series with changes allowed at every `step`-th place only: a search costs step^2 times less. */
export const thinned = (cost: SegmentCost, step: number): SegmentCost => {
  if (step === 1) return cost
  const length = Math.ceil(cost.length / step)
  const placeOf = (end: number) => (end === length ? cost.length : end * step)
  return {
    length,
    logEvidence: (start, end) => cost.logEvidence(start * step, placeOf(end)),
    logEvidences: (last, stride, end, row) => cost.logEvidences(last, stride * step, placeOf(end), row),
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
  const rowOf = (end: number) => (end * (end - 1)) / 2
  for (let end = minLength; end < size; end++) cost.logEvidences(end - minLength, 1, end, kept.subarray(rowOf(end)))
  const logEvidences = (last: number, stride: number, end: number, row: Float64Array): void => {
    const from = rowOf(end)
    for (let k = 0; k <= last; k++) row[k] = kept[from + k * stride] as number
  }
  return { length: cost.length, logEvidence: (start, end) => kept[rowOf(end) + start] as number, logEvidences }
}

let table = new Float64Array(0)
