/** Chance of the benchmark's own: shares no line with the product, so that neither can flatter the other. */
export type Chance = Readonly<{
  between: (low: number, high: number) => number
  whole: (low: number, high: number) => number
  happens: (chance: number) => boolean
  pick: <T>(from: readonly T[]) => T
  normal: () => number
  gamma: (shape: number) => number
  poisson: (mean: number) => number
  binomial: (n: number, p: number) => number
}>

/** Small fast counter generator (sfc32), seeded by one number; the same seed gives the same world everywhere. */
export const chanceFrom = (seed: number): Chance => {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1]
  const uniform = () => {
    const t = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 15; i++) uniform()
  const between = (low: number, high: number) => low + (high - low) * uniform()
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1))
  const happens = (chance: number) => uniform() < chance
  const pick = <T>(from: readonly T[]): T => from[whole(0, from.length - 1)] as T
  // Marsaglia's polar method.
  const normal = (): number => {
    for (;;) {
      const [x, y] = [between(-1, 1), between(-1, 1)]
      const s = x * x + y * y
      if (s > 0 && s < 1) return x * Math.sqrt((-2 * Math.log(s)) / s)
    }
  }
  // Marsaglia and Tsang (2000); a shape below one is boosted.
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape)
    const d = shape - 1 / 3
    for (;;) {
      const x = normal()
      const v = (1 + x / Math.sqrt(9 * d)) ** 3
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
    }
  }
  const poisson = (mean: number): number => {
    let sum = 0
    for (let left = mean; left > 0; left -= 20) {
      const limit = Math.exp(-Math.min(20, left))
      for (let product = uniform(); product > limit; product *= uniform()) sum++
    }
    return sum
  }
  const binomial = (n: number, p: number): number => {
    let sum = 0
    for (let i = 0; i < n; i++) if (happens(p)) sum++
    return sum
  }
  return { between, whole, happens, pick, normal, gamma, poisson, binomial }
}
