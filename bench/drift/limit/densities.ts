/**
 * Log-densities of what generators draw, as functions of the mean: constants of the value alone are left out. What a benchmark of its own
 * needs, and no line of the product's.
 */
const tiny = 1e-12

/** Poisson with a mean drawn from a gamma of that shape. */
export const negativeBinomial = (value: number, mean: number, shape: number): number => {
  const mu = Math.max(tiny, mean)
  return value * Math.log(mu / (shape + mu)) + shape * Math.log(shape / (shape + mu))
}

export const binomial = (yes: number, n: number, p: number): number => {
  const within = Math.max(tiny, Math.min(1 - 1e-9, p))
  return yes * Math.log(within) + (n - yes) * Math.log1p(-within)
}

/** Binomial with a chance drawn from a beta of mean p and that many trials' worth of agreement. */
export const betaBinomial = (yes: number, n: number, p: number, agreement: number): number => {
  const [a, b] = [p * agreement, (1 - p) * agreement]
  return rising(a, yes) + rising(b, n - yes)
}

/** log of a (a + 1) ... (a + times - 1). */
const rising = (a: number, times: number): number => {
  if (times > 20) return logGamma(a + times) - logGamma(a)
  let product = 1
  for (let i = 0; i < times; i++) product *= a + i
  return Math.log(Math.max(Number.MIN_VALUE, product))
}

/** Stirling's series, moved up to where four terms are exact. */
export const logGamma = (x: number): number => {
  let [at, shift] = [x, 0]
  while (at < 10) shift -= Math.log(at++)
  const inverse = 1 / at
  const square = inverse * inverse
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)))
  return shift + (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series
}

/** Normal, given how many standard deviations off. */
export const normal = (z: number, deviation: number): number => -0.5 * z * z - Math.log(deviation)

/** Gamma of that shape. */
export const gamma = (value: number, mean: number, shape: number): number => -shape * (Math.log(mean) + value / mean)

/** The most parts that a sum is taken for. */
const parts = 40

/**
 * A sum of Poisson many parts, as a function of how many are expected: sum over n of lambda^n / n! times the density of a sum of n,
 * `ofParts`, which is worked out once per value.
 */
export const compound = (value: number, ofParts: (n: number) => number): ((expected: number) => number) => {
  if (value === 0) return (expected) => -expected
  let factorial = 0
  const logs = Array.from({ length: parts }, (_, k) => {
    factorial += Math.log(k + 1)
    return ofParts(k + 1) - factorial
  })
  const peak = Math.max(...logs)
  const weights = logs.map((log) => Math.exp(log - peak))
  return (expected) => {
    let sum = 0
    for (let k = parts - 1; k >= 0; k--) sum = (sum + (weights[k] as number)) * expected
    return peak + Math.log(Math.max(Number.MIN_VALUE, sum)) - expected
  }
}

/** A sum of n log-normals of mean 1, taken for the log-normal of the same mean and variance (Fenton 1960). */
export const sumOfLogNormals = (value: number, n: number, sigma: number): number => {
  const deviation = Math.sqrt(Math.log1p(Math.expm1(sigma * sigma) / n))
  return normal((Math.log(value / n) + deviation ** 2 / 2) / deviation, deviation)
}

/** A sum of n gammas of mean 1. */
export const sumOfGammas = (value: number, n: number, shape: number): number =>
  n * shape * Math.log(shape) + (n * shape - 1) * Math.log(value) - shape * value - logGamma(n * shape)
