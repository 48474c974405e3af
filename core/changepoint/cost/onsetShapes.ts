import { reusable } from "#core/stats/reusable"

/** Lengths, in observations, over which a change may unfold: a step, then ever slower ramps up to a year of weeks. */
export const rampLengths = [1, 4, 8, 13, 26, 39, 52] as const

/** Onsets looked at: every one for a short change; a long one begins no more sharply than a tenth of its length. */
export const rampStrides = [1, 1, 1, 2, 3, 4, 4] as const

/** Prior weight of each length: a step is the commonest single shape. */
export const rampWeights = [0.3, 0.12, 0.12, 0.12, 0.12, 0.11, 0.11] as const

/** Where an onset may lie, what noise there is at least, and which way a change goes: -1 down, 1 up, 0 either. */
export type ShapeRules = Readonly<{
  direction: -1 | 0 | 1
  noiseFloor: number
  /** Observations needed before an onset, and from it on to count as evidence; one is enough to be dated. */
  before: number
  after: number
}>

/** For every onset and ramp length, the share of the variance explained (signed by direction), and what it rests on. */
export type ShapeFit = Readonly<{
  /** Index r * length + t: R^2 of ramp r from t on, negative when the level falls, 0 where not allowed or not looked at. Overwritten by the next call. */
  signedR2: Float64Array
  observed: number
  /** The last onset with enough observations from it on. */
  lastProven: number
  /** The largest R^2 in the direction among those, its onset and the index of its ramp length. */
  strongest: number
  start: number
  ramp: number
}>

/**
 * How well does "level a, then moving by b over d steps from t on" explain the series, for every t and d?
 *
 * Least squares of y on s(t) = clip((i - t + 1)/d, 0, 1) needs only sums of y, i, i^2, i*y over ranges, so prefix
 * sums give each fit in constant time: O(n x ramps) in all and no allocation. The noise floor is
 * added to both sums of squares, so a series without visible noise is not infinitely sure. NaN is missing.
 */
export const fitShapes = (values: Float64Array, { direction, noiseFloor, before, after }: ShapeRules): ShapeFit => {
  const length = values.length
  const observed = prepare(values)
  const { n, y, t, tt, ty } = sums
  let lastProven = length - 1
  while (lastProven > 0 && observed - (n[lastProven] as number) < after) lastProven--
  const cells = rampLengths.length * length
  const signedR2 = roomForFits(cells).fill(0, 0, cells)
  const squares = sums.yy + observed * noiseFloor * noiseFloor
  let strongest = 0
  let best = 0
  if (squares <= 0) return { signedR2, observed, lastProven, strongest, start: 0, ramp: 0 }
  const perObserved = 1 / observed
  const perSquare = 1 / squares
  for (let r = 0; r < rampLengths.length; r++) {
    const d = rampLengths[r] as number
    const stride = rampStrides[r] as number
    const perStep = 1 / d
    for (let start = 1; start < length; start += stride) {
      const past = n[start] as number
      if (past < before || past >= observed) continue
      const end = Math.min(start + d, length)
      const c = start - 1
      const rampN = (n[end] as number) - past
      const rampT = (t[end] as number) - (t[start] as number)
      const restN = observed - (n[end] as number)
      const s = (rampT - c * rampN) * perStep + restN
      const rampSquares = (tt[end] as number) - (tt[start] as number) - c * (2 * rampT - c * rampN)
      const sxx = rampSquares * perStep * perStep + restN - s * s * perObserved
      if (sxx <= 1e-9) continue
      const rampY = (y[end] as number) - (y[start] as number)
      const sy = ((ty[end] as number) - (ty[start] as number) - c * rampY) * perStep - (y[end] as number)
      const size = ((sy * sy) / sxx) * perSquare
      const signed = sy < 0 ? -size : size
      const at = r * length + start
      signedR2[at] = signed
      if (size <= strongest || start > lastProven || signed * direction < 0) continue
      strongest = size
      best = at
    }
  }
  const start = best % length
  return { signedR2, observed, lastProven, strongest, start, ramp: (best - start) / length }
}

/** Prefix sums of the centred series: values present, values, places, their squares and their product with the values. */
const sums = {
  yy: 0,
  n: new Float64Array(1),
  y: new Float64Array(1),
  t: new Float64Array(1),
  tt: new Float64Array(1),
  ty: new Float64Array(1),
}
const roomForFits = reusable((size) => new Float64Array(size))
/** Fills the sums, which are kept between calls so that a scan does not allocate; answers how many values are present. */
const prepare = (values: Float64Array): number => {
  const length = values.length
  if (sums.n.length < length + 1) {
    for (const key of ["n", "y", "t", "tt", "ty"] as const) sums[key] = new Float64Array(2 * length + 2)
  }
  let count = 0
  let total = 0
  for (let i = 0; i < length; i++) {
    const value = values[i] as number
    if (!Number.isNaN(value)) {
      count++
      total += value
    }
  }
  const mean = count === 0 ? 0 : total / count
  const { n, y, t, tt, ty } = sums
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
  sums.yy = yy
  return count
}
