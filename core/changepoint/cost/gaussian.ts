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
  const sums = prefixSums(values, options.centre)
  const noise2 = options.noise ** 2
  const spread2 = options.spread ** 2
  const perPoint = -0.5 * Math.log(2 * Math.PI * noise2)

  // A level's share of the log depends on the number of values alone.
  const levelLogs = new Float64Array(length + 1)
  for (let n = 0; n <= length; n++) levelLogs[n] = n * perPoint - 0.5 * Math.log1p((spread2 * n) / noise2)

  // So does a slope's where nothing is missing: the spread of n equal steps is n (n^2 - 1) / 12.
  const slopeLogs = new Float64Array(options.linear ? length + 1 : 0)
  for (let n = 1; n < slopeLogs.length; n++) slopeLogs[n] = 0.5 * Math.log1p((spread2 * (n - 1 / n)) / (12 * noise2))

  const logEvidence = (start: number, end: number): number => {
    const n = (sums.n[end] as number) - (sums.n[start] as number)
    if (n === 0) return 0
    const y = (sums.y[end] as number) - (sums.y[start] as number)
    const yy = (sums.yy[end] as number) - (sums.yy[start] as number)
    const level = (0.5 * y * y * spread2) / (noise2 * (noise2 + spread2 * n))
    const flat = (levelLogs[n] as number) - (0.5 * yy) / noise2 + level
    if (!options.linear || n < 3) return flat
    const t = (sums.t[end] as number) - (sums.t[start] as number)
    const tt = (sums.tt[end] as number) - (sums.tt[start] as number) - (t * t) / n
    const ty = (sums.ty[end] as number) - (sums.ty[start] as number) - (t * y) / n
    const steps = end - start
    const v = spread2 / (steps * steps)
    const logs = n === steps ? (slopeLogs[n] as number) : 0.5 * Math.log1p((v * tt) / noise2)
    const slope = (0.5 * ty * ty * v) / (noise2 * (noise2 + v * tt)) - logs
    return flat + (slope > 30 ? slope : Math.log1p(Math.exp(slope))) - Math.LN2
  }
  const flats = (last: number, end: number, row: Float64Array): void => {
    const { n: ns, y: ys, yy: yys } = sums
    const [allN, allY, allYy] = [ns[end] as number, ys[end] as number, yys[end] as number]
    for (let start = 0; start <= last; start++) {
      const n = allN - (ns[start] as number)
      const y = allY - (ys[start] as number)
      const level = (0.5 * y * y * spread2) / (noise2 * (noise2 + spread2 * n))
      row[start] = n === 0 ? 0 : (levelLogs[n] as number) - (0.5 * (allYy - (yys[start] as number))) / noise2 + level
    }
  }
  return options.linear ? { length, logEvidence } : { length, logEvidence, logEvidences: flats }
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
