/**
 * What a search needs to know about a series: how well one unbroken segment explains [start, end).
 * The value is the log marginal likelihood of those observations, its parameters integrated out;
 * terms that are the same for every segmentation may be left out.
 */
export type SegmentCost = Readonly<{
  length: number
  logEvidence: (start: number, end: number) => number
  /** The same of [k * stride, end) for k = 0..last, written to `row[k]`: one call where a search needs them all. */
  logEvidences: (last: number, stride: number, end: number, row: Float64Array) => void
}>
