/** Lengths, in observations, over which a change may unfold: a step, then ever slower ramps up to a year of weeks. */
export const rampLengths = [1, 4, 8, 13, 26, 39, 52] as const

/** Onsets looked at: every one for a short change; a long one begins no more sharply than a tenth of its length. */
export const rampStrides = [1, 1, 1, 2, 3, 4, 4] as const

/** Prior weight of each length: a step is the commonest single shape. */
export const rampWeights = [0.3, 0.12, 0.12, 0.12, 0.12, 0.11, 0.11] as const

/** For every onset and ramp length, the share of the variance explained (signed by direction), and what it rests on. */
export type ShapeFit = Readonly<{
  /** Index r * length + t: R^2 of ramp r from t on, negative when the level falls, 0 where not allowed or not looked at. Overwritten by the next call. */
  signedR2: Float64Array
  observed: number
  strongest: number
}>

/**
 * How well does "level a, then moving by b over d steps from t on" explain the series, for every t and d?
 *
 * Least squares of y on s(t) = clip((i - t + 1)/d, 0, 1) needs only sums of y, i, i^2, i*y over ranges, so prefix
 * sums give each fit in constant time: O(n x ramps) in all and no allocation but the result. The noise floor is
 * added to both sums of squares, so a series without visible noise is not infinitely sure. NaN is missing.
 * An onset needs `before` observations ahead of it and `after` from it on.
 */
export const fitShapes = (values: Float64Array, noiseFloor: number, before: number, after: number): ShapeFit => {
  const length = values.length
  const observed = prepare(values)
  const cells = rampLengths.length * length
  if (scratch.fits.length < cells) scratch.fits = new Float64Array(2 * cells)
  const signedR2 = scratch.fits.fill(0, 0, cells)
  const squares = scratch.yy + observed * noiseFloor * noiseFloor
  let strongest = 0
  if (squares <= 0) return { signedR2, observed, strongest }
  const { n, y, t, tt, ty } = scratch
  for (let r = 0; r < rampLengths.length; r++) {
    const d = rampLengths[r] as number
    const stride = rampStrides[r] as number
    for (let start = 1; start < length; start += stride) {
      const past = n[start] as number
      if (past < before || observed - past < after) continue
      const end = Math.min(start + d, length)
      const c = start - 1
      const rampN = (n[end] as number) - past
      const rampT = (t[end] as number) - (t[start] as number)
      const restN = observed - (n[end] as number)
      const s = (rampT - c * rampN) / d + restN
      const ss = ((tt[end] as number) - (tt[start] as number) - 2 * c * rampT + c * c * rampN) / (d * d) + restN
      const restY = -(y[end] as number)
      const rampY = (y[end] as number) - (y[start] as number)
      const sy = ((ty[end] as number) - (ty[start] as number) - c * rampY) / d + restY
      const sxx = ss - (s * s) / observed
      if (sxx <= 1e-9) continue
      const r2 = (sy * sy) / (sxx * squares)
      signedR2[r * length + start] = sy < 0 ? -r2 : r2
      if (r2 > strongest) strongest = r2
    }
  }
  return { signedR2, observed, strongest }
}

/** Prefix sums and fits, kept between calls so that a portfolio scan does not allocate; every call overwrites them. */
const scratch = {
  fits: new Float64Array(1),
  size: 0,
  yy: 0,
  n: new Float64Array(1),
  y: new Float64Array(1),
  t: new Float64Array(1),
  tt: new Float64Array(1),
  ty: new Float64Array(1),
}

/** Fills the scratch sums with the centred series; answers how many values are present. */
const prepare = (values: Float64Array): number => {
  const length = values.length
  if (scratch.size < length + 1) {
    scratch.size = 2 * length + 2
    for (const key of ["n", "y", "t", "tt", "ty"] as const) scratch[key] = new Float64Array(scratch.size)
  }
  let count = 0
  let sum = 0
  for (let i = 0; i < length; i++) {
    const value = values[i] as number
    if (!Number.isNaN(value)) {
      count++
      sum += value
    }
  }
  const mean = count === 0 ? 0 : sum / count
  const { n, y, t, tt, ty } = scratch
  let yy = 0
  for (let i = 0; i < length; i++) {
    const value = values[i] as number
    const seen = Number.isNaN(value) ? 0 : 1
    const centred = seen ? value - mean : 0
    yy += centred * centred
    n[i + 1] = (n[i] as number) + seen
    y[i + 1] = (y[i] as number) + centred
    t[i + 1] = (t[i] as number) + seen * i
    tt[i + 1] = (tt[i] as number) + seen * i * i
    ty[i + 1] = (ty[i] as number) + centred * i
  }
  scratch.yy = yy
  return count
}
