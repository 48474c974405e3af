import { reusable } from "#core/stats/reusable"
import { rampLengths, rampStrides, type ShapeFit } from "./onsetShapes.ts"

/** The onsets and shapes worth weighing, ramp by ramp and each from early to late. Overwritten by the next search. */
export type Candidates = Readonly<{
  count: number
  starts: Int32Array
  /** Index into the ramp lengths. */
  ramps: Int32Array
  /** Share of the variance that each explains. */
  explained: Float64Array
  /** Prior weight of every onset that is possible up to the last proven one, worth weighing or not. */
  prior: number
}>

/** Log evidence of each candidate against no change, at each of some levels after the change that are equally likely before. */
export type Evidence = Readonly<{
  levels: number
  /** Index k * levels + q: candidate k at level q. Overwritten by the next weighing. */
  logBayes: Float64Array
}>

/** Which shapes are worth weighing: those that explain at least `least` of the variance. O(n x ramps). */
export const candidatesOf = ({ explained, prior }: ShapeFit, length: number, least: number): Candidates => {
  const size = rampLengths.length * length
  const kept = { starts: roomForStarts(size), ramps: roomForRamps(size), explained: roomForExplained(size) }
  let count = 0
  for (let r = 0; r < rampLengths.length; r++) {
    const stride = rampStrides[r] as number
    for (let start = 1; start < length; start += stride) {
      const r2 = explained[r * length + start] as number
      if (r2 < least || r2 === 0) continue
      kept.starts[count] = start
      kept.ramps[count] = r
      kept.explained[count++] = r2
    }
  }
  return { count, ...kept, prior }
}

const roomForStarts = reusable((size) => new Int32Array(size))
const roomForRamps = reusable((size) => new Int32Array(size))
const roomForExplained = reusable((size) => new Float64Array(size))
