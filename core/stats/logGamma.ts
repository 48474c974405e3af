/**
 * Natural logarithm of the gamma function for x > 0.
 *
 * Needed by every count model with a conjugate prior. Up to 16 Lanczos' approximation with g = 7 and nine coefficients, up to 1024
 * Taylor's series about the nearest whole number, which costs no logarithm, and above Stirling's series; the relative error
 * stays below 1e-13. Constant time.
 * Reference: Lanczos (1964), SIAM J. Numer. Anal. B 1, 86-96; Abramowitz and Stegun (1964), 6.1.41, 6.3.18, 6.4.
 */
export const logGamma = (x: number): number => {
  if (!(x < many)) return stirling(x)
  if (x >= few) return taylor(x)
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const z = x - 1
  let sum = lead
  for (let i = 0; i < coefficients.length; i++) sum += (coefficients[i] as number) / (z + i + 1)
  const t = z + 7.5
  return halfLogTwoPi + (z + 0.5) * Math.log(t) - t + Math.log(sum)
}

const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI)
const lead = 0.99999999999980993
const coefficients = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

const stirling = (x: number): number => {
  const inverse = 1 / x
  const y = inverse * inverse
  const series = 1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - (y * 691) / 360360))))
  return halfLogTwoPi + (x - 0.5) * Math.log(x) - x + inverse * series
}

/** Whole numbers about which Taylor's series is developed, and its terms: half a step from 16 on, the next would be 3e-13. */
const few = 16
const many = 1024
const terms = 8

/**
 * About n: log-gamma, digamma, and (-1)^k zeta(k, n) / k for the k-th power. Digamma and Hurwitz' zeta come from their asymptotic
 * series at the far end, and downwards by digamma(n) = digamma(n + 1) - 1/n and zeta(k, n) = zeta(k, n + 1) + n^-k.
 */
const series = (): Float64Array => {
  const table = new Float64Array((many + 1) * terms)
  const zeta = Float64Array.from({ length: terms }, (_, k) =>
    k < 2 ? 0 : many ** (1 - k) / (k - 1) + many ** -k / 2 + (k * many ** (-k - 1)) / 12,
  )
  let digamma = Math.log(many) - 0.5 / many - 1 / (12 * many * many)
  for (let n = many; n >= few; n--) {
    table[n * terms] = stirling(n)
    table[n * terms + 1] = digamma
    for (let k = 2; k < terms; k++) table[n * terms + k] = ((k % 2 === 0 ? 1 : -1) * (zeta[k] as number)) / k
    digamma -= 1 / (n - 1)
    for (let k = 2; k < terms; k++) zeta[k] = (zeta[k] as number) + (n - 1) ** -k
  }
  return table
}
const about = series()

const taylor = (x: number): number => {
  const n = (x + 0.5) | 0
  const t = x - n
  let sum = 0
  for (let at = n * terms + terms - 1; at >= n * terms; at--) sum = sum * t + (about[at] as number)
  return sum
}
