/**
 * What went wrong of so many tried, week by week (NaN where nothing was), the trials as multiples of the usual, and how much more or
 * less it varies than Poisson.
 */
export type Failures = Readonly<{ counts: Float64Array; exposures: Float64Array; dispersion: number }>

const block = 8

/** The failures behind shares of known sizes: what was not kept where less is worse, what occurred where more is. */
export const failuresOf = (
  shares: Float64Array,
  sizes: ArrayLike<number>,
  worse: "lower" | "higher",
): Failures | undefined => {
  const counts = new Float64Array(shares.length).fill(Number.NaN)
  const trials = new Float64Array(shares.length)
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i] as number
    const size = sizes[i] as number
    if (Number.isNaN(share)) continue
    if (!(size > 0)) return undefined
    trials[i] = size
    counts[i] = size * (worse === "lower" ? 1 - share : share)
  }
  const usual = total(trials) / counts.reduce((seen, one) => (Number.isNaN(one) ? seen : seen + 1), 0)
  return { counts, exposures: trials.map((one) => one / usual), dispersion: spreadOf(counts, trials) }
}

const total = (values: Float64Array): number => values.reduce((sum, one) => sum + one, 0)

/** Variance of the failures over what Poisson's would be, inside short blocks, and never less than a binomial's. */
const spreadOf = (counts: Float64Array, trials: Float64Array): number => {
  let found = 0
  let expected = 0
  let failed = 0
  let tried = 0
  for (let start = 0; start < counts.length; start += block) {
    let sum = 0
    let size = 0
    let seen = 0
    const end = Math.min(start + block, counts.length)
    for (let i = start; i < end; i++) {
      if (Number.isNaN(counts[i])) continue
      sum += counts[i] as number
      size += trials[i] as number
      seen++
    }
    failed += sum
    tried += size
    if (seen < 2) continue
    const rate = sum / size
    for (let i = start; i < end; i++) {
      if (Number.isNaN(counts[i])) continue
      found += ((counts[i] as number) - rate * (trials[i] as number)) ** 2
      expected += rate * (trials[i] as number) * (1 - (trials[i] as number) / size)
    }
  }
  const binomial = tried > 0 ? Math.max(0.2, 1 - failed / tried) : 1
  return expected > 0 ? Math.max(binomial, found / expected) : 1
}

/** The failures of a stretch, with the dispersion of the whole. */
export const partOf = ({ counts, exposures, dispersion }: Failures, start: number, end: number): Failures => ({
  counts: counts.subarray(start, end),
  exposures: exposures.subarray(start, end),
  dispersion,
})
