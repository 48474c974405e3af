import type { Reader } from "./told.ts"

/**
 * A source whose state is seen up to rounding: week by week `keeps` times the state before, plus `pull`, plus a normal of `noise`; `within` says
 * between what the value places it, undefined without a value.
 */
export type Level = Readonly<{
  start: readonly [mean: number, variance: number]
  keeps: number
  noise: number
  pull: (i: number, times: number) => number
  within: (i: number, times: number) => readonly [low: number, high: number] | undefined
}>

/** Exact given the state's mean and variance, which the truncated normal hands on (assumed-density filtering). */
export const levelReader = ({ start, keeps, noise, pull, within }: Level): Reader => ({
  start: () => Float64Array.from(start),
  read: (state, i, times) => {
    const mean = pull(i, times) + keeps * (state[0] as number)
    const deviation = Math.sqrt(keeps ** 2 * (state[1] as number) + noise ** 2)
    const seen = within(i, times)
    if (seen === undefined) {
      state.set([mean, deviation ** 2])
      return 0
    }
    const [low, high] = [(seen[0] - mean) / deviation, (seen[1] - mean) / deviation]
    const [log, middle, variance] = truncated(low, high)
    state.set([mean + deviation * middle, deviation ** 2 * variance])
    return log
  },
})

const root = Math.sqrt(2 * Math.PI)
const density = (z: number): number => (Number.isFinite(z) ? Math.exp((-z * z) / 2) / root : 0)

/** Log-probability of an interval under the standard normal, and mean and variance within it. */
export const truncated = (low: number, high: number): readonly [log: number, mean: number, variance: number] => {
  if (low + high < 0) {
    const [log, mean, variance] = truncated(-high, -low)
    return [log, -mean, variance]
  }
  if (high - low < 0.05) {
    const middle = (low + high) / 2
    return [(-middle * middle) / 2 + Math.log((high - low) / root), middle, (high - low) ** 2 / 12]
  }
  if (low > 6) {
    // Far out a normal falls off like an exponential.
    const share = -Math.expm1(-low * (high - low))
    return [(-low * low) / 2 - Math.log(low * root) + Math.log(share), Math.min(low + 1 / low, high), 1 / low ** 2]
  }
  const chance = above(low) - above(high)
  const [a, b] = [density(low), density(high)]
  const mean = (a - b) / chance
  const ends = (Number.isFinite(low) ? low * a : 0) - (Number.isFinite(high) ? high * b : 0)
  return [Math.log(chance), mean, Math.max(1e-9, 1 + ends / chance - mean ** 2)]
}

/** Chance of a standard normal above z: its series about 0, Laplace's continued fraction further out. */
const above = (z: number): number => {
  if (z < 0) return 1 - above(-z)
  if (z === Number.POSITIVE_INFINITY) return 0
  if (z > 2.5) {
    let fraction = z
    for (let k = 30; k > 0; k--) fraction = z + k / fraction
    return density(z) / fraction
  }
  let [term, sum] = [z, z]
  for (let k = 3; term > 1e-17 * sum; k += 2) {
    term *= (z * z) / k
    sum += term
  }
  return 0.5 - density(z) * sum
}
