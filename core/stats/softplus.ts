/** Knots lie this many to the unit; beyond `far` the curve is its own asymptote to the last digit that matters. */
const density = 16
const far = 36

/** Value and slope of log(1 + exp(x)) at the knots from -far to 0; the other half mirrors it. */
const knots = far * density + 2
const heights = Float64Array.from({ length: knots }, (_, k) => Math.log1p(Math.exp(-k / density)))
const slopes = Float64Array.from({ length: knots }, (_, k) => -1 / (1 + Math.exp(k / density)) / density)

/**
 * log(1 + exp(x)), the log of a sum where one of two terms is 1: a mixture's evidence in log form.
 *
 * Cubic Hermite interpolation between knots: absolute error below 1e-8, a fifth of the time of an exponential and a
 * logarithm. Constant time.
 */
export const softplus = (x: number): number => {
  const size = Math.abs(x)
  if (!(size < far)) return Math.max(x, 0)
  const at = size * density
  const k = at | 0
  const t = at - k
  const [h0, h1] = [heights[k] as number, heights[k + 1] as number]
  const [s0, s1] = [slopes[k] as number, slopes[k + 1] as number]
  const below = h0 + t * (s0 + t * (3 * (h1 - h0) - 2 * s0 - s1 + t * (2 * (h0 - h1) + s0 + s1)))
  return Math.max(x, 0) + below
}
