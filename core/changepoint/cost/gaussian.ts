import { softplus } from "#core/stats/softplus"
import type { SegmentCost } from "./segmentCost.ts"

/** Noise sd; centre and sd of the prior of a segment's level; whether a segment may be a straight line. */
export type GaussianOptions = Readonly<{ noise: number; centre: number; spread: number; linear: boolean }>

/**
 * Segments with a constant or a straight mean and normal noise of known sd.
 *
 * Level at the segment's centre ~ N(centre, spread^2); change across the segment ~ N(0, spread^2), which makes the
 * slope's prior independent of the segment's length. Centred time makes both independent, so the integral is closed:
 * each coefficient adds 1/2 z^2 V / (s^2 (s^2 + V Q)) - 1/2 log(1 + V Q / s^2). With `linear` the evidence is the
 * even mixture of both shapes. Prefix sums: O(n) to prepare, O(1) per segment. NaN is missing.
 * Reference: Fearnhead (2006), Statistics and Computing 16, 203-213, with these priors.
 */
export const gaussianCost = (values: ArrayLike<number>, options: GaussianOptions): SegmentCost => {
  const length = values.length
  const { n: ns, y: ys, yy: yys, t: ts, tt: tts, ty: tys } = prefixSums(values, options.centre)
  const { linear } = options
  const noise2 = options.noise ** 2
  const spread2 = options.spread ** 2
  const perPoint = -0.5 * Math.log(2 * Math.PI * noise2)

  // What a level costs, and what its sum of squares is worth, depends on the number of values alone.
  const levelLogs = new Float64Array(length + 1)
  const levelWeights = new Float64Array(length + 1)
  for (let n = 0; n <= length; n++) {
    levelLogs[n] = n * perPoint - 0.5 * Math.log1p((spread2 * n) / noise2)
    levelWeights[n] = (0.5 * spread2) / (noise2 * (noise2 + spread2 * n))
  }
  // So does a slope's where nothing is missing: the spread of n equal steps is n (n^2 - 1) / 12.
  const slopeLogs = new Float64Array(linear ? length + 1 : 0)
  for (let n = 1; n < slopeLogs.length; n++) slopeLogs[n] = 0.5 * Math.log1p((spread2 * (n - 1 / n)) / (12 * noise2))

  const slopeGain = (start: number, end: number, n: number, y: number): number => {
    const t = (ts[end] as number) - (ts[start] as number)
    const tt = (tts[end] as number) - (tts[start] as number) - (t * t) / n
    const ty = (tys[end] as number) - (tys[start] as number) - (t * y) / n
    const steps = end - start
    const v = spread2 / (steps * steps)
    const logs = n === steps ? (slopeLogs[n] as number) : 0.5 * Math.log1p((v * tt) / noise2)
    return softplus((0.5 * ty * ty * v) / (noise2 * (noise2 + v * tt)) - logs) - Math.LN2
  }
  const logEvidence = (start: number, end: number): number => {
    const n = (ns[end] as number) - (ns[start] as number)
    const y = (ys[end] as number) - (ys[start] as number)
    const yy = (yys[end] as number) - (yys[start] as number)
    const flat = (levelLogs[n] as number) - (0.5 * yy) / noise2 + (levelWeights[n] as number) * y * y
    return linear && n >= 3 ? flat + slopeGain(start, end, n, y) : flat
  }
  const logEvidences = (last: number, stride: number, end: number, row: Float64Array): void => {
    const [allN, allY, allYy] = [ns[end] as number, ys[end] as number, yys[end] as number]
    const perSquare = 0.5 / noise2
    for (let k = 0; k <= last; k++) {
      const start = k * stride
      const n = allN - (ns[start] as number)
      const y = allY - (ys[start] as number)
      const squares = allYy - (yys[start] as number)
      const flat = (levelLogs[n] as number) - perSquare * squares + (levelWeights[n] as number) * y * y
      row[k] = linear && n >= 3 ? flat + slopeGain(start, end, n, y) : flat
    }
  }
  return { length, logEvidence, logEvidences }
}

const prefixSums = (values: ArrayLike<number>, centre: number) => {
  const size = values.length + 1
  const make = () => new Float64Array(size)
  const sums = { n: make(), y: make(), yy: make(), t: make(), tt: make(), ty: make() }
  for (let i = 0; i < values.length; i++) {
    const seen = Number.isNaN(values[i]) ? 0 : 1
    const y = seen ? (values[i] as number) - centre : 0
    const t = seen ? i - values.length / 2 : 0
    sums.n[i + 1] = (sums.n[i] as number) + seen
    sums.y[i + 1] = (sums.y[i] as number) + y
    sums.yy[i + 1] = (sums.yy[i] as number) + y * y
    sums.t[i + 1] = (sums.t[i] as number) + t
    sums.tt[i + 1] = (sums.tt[i] as number) + t * t
    sums.ty[i + 1] = (sums.ty[i] as number) + t * y
  }
  return sums
}
