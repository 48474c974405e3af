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

/** For every onset and ramp length, the share of the variance explained in the direction, and what it rests on. */
export type ShapeFit = Readonly<{
  /** Index r * length + t: R^2 of ramp r from t on, 0 where it is not allowed, not looked at, or goes the other way. Overwritten by the next call. */
  explained: Float64Array
  observed: number
  /** The last onset with enough observations from it on, and the prior weight of all that are allowed up to it. */
  lastProven: number
  prior: number
  /** The largest R^2 among those, its onset and the index of its ramp length. */
  strongest: number
  start: number
  ramp: number
}>

/**
 * How well does "level a, then moving by b over d steps from t on" explain the series, for every t and d?
 *
 * Least squares of y on s(t) = clip((i - t + 1)/d, 0, 1) needs only sums of y, i, i^2, i*y over ranges, so prefix
 * sums give each fit in constant time: O(n x ramps) in all and no allocation. The best leaves no less than the
 * noise floor behind, so a series without visible noise is not infinitely sure. NaN is missing.
 */
export const fitShapes = (values: Float64Array, rules: ShapeRules): ShapeFit => {
  const { direction, noiseFloor, before, after } = rules
  const length = values.length
  const { observed, squares } = sumValues(values)
  layOut(values, observed, before, after)
  const { spreads, lastProven, prior } = layout
  const { y, ty } = sums
  const cells = rampLengths.length * length
  const explained = roomForFits(cells).fill(0, 0, cells)
  const least = observed * noiseFloor * noiseFloor
  let most = 0
  let strongest = 0
  let best = 0
  for (let r = 0; squares + least > 0 && r < rampLengths.length; r++) {
    const d = rampLengths[r] as number
    const stride = rampStrides[r] as number
    const perStep = 1 / d
    for (let start = 1; start < length; start += stride) {
      const at = r * length + start
      const spread = spreads[at] as number
      if (spread === 0) continue
      const end = Math.min(start + d, length)
      const rampY = (y[end] as number) - (y[start] as number)
      // What comes after the ramp adds up to minus what came before its end: the values are centred.
      const sy = ((ty[end] as number) - (ty[start] as number) - (start - 1) * rampY) * perStep - (y[end] as number)
      if (sy * direction < 0) continue
      const told = (sy * sy) / spread
      explained[at] = told
      if (told > most) most = told
      if (told <= strongest || start > lastProven) continue
      strongest = told
      best = at
    }
  }
  const perSquare = most > 0 ? 1 / Math.max(squares, most + least) : 0
  for (let i = 0; i < cells; i++) explained[i] = (explained[i] as number) * perSquare
  strongest *= perSquare
  const start = best % length
  return { explained, observed, lastProven, prior, strongest, start, ramp: (best - start) / length }
}

/** Prefix sums of the centred values, and of their products with their places; kept between calls so that a scan does not allocate. */
const sums = { y: new Float64Array(1), ty: new Float64Array(1) }
const roomForFits = reusable((size) => new Float64Array(size))

/** Fills the sums; answers how many values are present, and the sum of their squares about the mean. */
const sumValues = (values: Float64Array): { observed: number; squares: number } => {
  const length = values.length
  if (sums.y.length <= length) for (const key of ["y", "ty"] as const) sums[key] = new Float64Array(2 * length + 2)
  let observed = 0
  let total = 0
  for (let i = 0; i < length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) continue
    observed++
    total += value
  }
  const mean = observed === 0 ? 0 : total / observed
  const { y, ty } = sums
  let squares = 0
  for (let i = 0; i < length; i++) {
    const value = values[i] as number
    const centred = Number.isNaN(value) ? 0 : value - mean
    squares += centred * centred
    y[i + 1] = (y[i] as number) + centred
    ty[i + 1] = (ty[i] as number) + centred * i
  }
  return { observed, squares }
}

/** What the shapes are before any value is known. Most series of a portfolio are as long as the last one and miss nothing: it is kept. */
const layout = {
  /** The sum of squares of every shape about its mean, 0 where it is not allowed or not looked at. */
  spreads: new Float64Array(1),
  lastProven: 0,
  prior: 0,
  /** Length, `before` and `after` it was made for; no length where something was missing. */
  madeFor: [0, 0, 0] as [number, number, number],
  n: new Float64Array(1),
  t: new Float64Array(1),
  tt: new Float64Array(1),
}

const layOut = (values: Float64Array, observed: number, before: number, after: number): void => {
  const length = values.length
  const isWhole = observed === length
  const [lastLength, lastBefore, lastAfter] = layout.madeFor
  if (isWhole && lastLength === length && lastBefore === before && lastAfter === after) return
  layout.madeFor = [isWhole ? length : 0, before, after]
  countPlaces(values)
  const { n, t, tt } = layout
  const cells = rampLengths.length * length
  if (layout.spreads.length < cells) layout.spreads = new Float64Array(2 * cells)
  const spreads = layout.spreads.fill(0, 0, cells)
  let lastProven = Math.max(0, length - 1)
  while (lastProven > 0 && observed - (n[lastProven] as number) < after) lastProven--
  layout.lastProven = lastProven
  layout.prior = 0
  for (let r = 0; r < rampLengths.length; r++) {
    const d = rampLengths[r] as number
    const stride = rampStrides[r] as number
    let allowed = 0
    for (let start = 1; start < length; start += stride) {
      const past = n[start] as number
      if (past < before || past >= observed) continue
      const end = Math.min(start + d, length)
      const c = start - 1
      const rampN = (n[end] as number) - past
      const rampT = (t[end] as number) - (t[start] as number)
      const restN = observed - (n[end] as number)
      const s = (rampT - c * rampN) / d + restN
      const ss = ((tt[end] as number) - (tt[start] as number) - 2 * c * rampT + c * c * rampN) / (d * d) + restN
      const spread = ss - (s * s) / observed
      if (spread <= 1e-9) continue
      spreads[r * length + start] = spread
      if (start <= lastProven) allowed++
    }
    layout.prior += allowed * stride * (rampWeights[r] as number)
  }
}

/** Prefix sums of the values present, their places and the squares of their places. */
const countPlaces = (values: Float64Array): void => {
  const length = values.length
  if (layout.n.length <= length)
    for (const key of ["n", "t", "tt"] as const) layout[key] = new Float64Array(2 * length + 2)
  const { n, t, tt } = layout
  for (let i = 0; i < length; i++) {
    const seen = Number.isNaN(values[i]) ? 0 : 1
    n[i + 1] = (n[i] as number) + seen
    t[i + 1] = (t[i] as number) + seen * i
    tt[i + 1] = (tt[i] as number) + seen * i * i
  }
}
