import { reusable } from "#core/stats/reusable"
import { rampLengths, rampStrides, type ShapeFit } from "./onsetShapes.ts"

/** The onsets and shapes worth weighing, ramp by ramp and each from early to late. Overwritten by the next search. */
export type Candidates = Readonly<{
  count: number
  starts: Int32Array
  /** Index into the ramp lengths. */
  ramps: Int32Array
  /** Log evidence against no change; R^2 until it is weighed. */
  logBayes: Float64Array
  /** Prior weight of every onset that is possible up to the last proven one, worth weighing or not. */
  prior: number
}>

/** Which shapes are worth weighing: those that explain at least `least` of the variance. O(n x ramps). */
export const candidatesOf = ({ explained, prior }: ShapeFit, length: number, least: number): Candidates => {
  const size = rampLengths.length * length
  const [starts, ramps, logBayes] = [roomForStarts(size), roomForRamps(size), roomForEvidence(size)]
  let count = 0
  for (let r = 0; r < rampLengths.length; r++) {
    const stride = rampStrides[r] as number
    for (let start = 1; start < length; start += stride) {
      const r2 = explained[r * length + start] as number
      if (r2 < least || r2 === 0) continue
      starts[count] = start
      ramps[count] = r
      logBayes[count++] = r2
    }
  }
  return { count, starts, ramps, logBayes, prior }
}

const roomForStarts = reusable((size) => new Int32Array(size))
const roomForRamps = reusable((size) => new Int32Array(size))
const roomForEvidence = reusable((size) => new Float64Array(size))
