/** A reproducible source of random numbers for tests, samples and benchmarks. */
export type SeededRandom = Readonly<{
  uniform: () => number
  normal: () => number
  poisson: (mean: number) => number
}>

/**
 * The same seed gives the same numbers on every machine. Uniform: mulberry32 (period 2^32, ample for simulation,
 * never for secrets). Normal: Box-Muller. Poisson: product of uniforms in chunks, so that a large mean does not underflow.
 */
export const seededRandom = (seed: number): SeededRandom => {
  let state = seed >>> 0
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  const poisson = (mean: number): number => {
    if (mean > 30) return poisson(mean / 2) + poisson(mean / 2)
    const limit = Math.exp(-mean)
    let count = 0
    for (let product = uniform(); product > limit; product *= uniform()) count++
    return count
  }
  return { uniform, normal, poisson }
}
