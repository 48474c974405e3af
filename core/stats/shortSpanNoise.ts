import { median } from "./median.ts"

/** Spans looked at, as parts of the series: noise is what comes and goes within a small share of it. */
const blocks = [60, 40, 30, 20]

/**
 * Noise sd of a series as a share of its total sd, as far as it comes and goes within a small share of the series: near 0
 * where slow changes make the variance, 1 for white noise, above 1 for one that wanders quickly around one level.
 *
 * The long-run variance at span m is m times the variance of means over m neighbours, read from the median of their second
 * differences (a robust Allan variance, Allan 1966), so neither jumps nor straight trends count. The least over four spans
 * is taken: a season swings over one span and cancels over another. Below one the variance share itself is answered, not
 * its root, because what little is seen then is partly made of the changes. Linear time. NaN is missing.
 */
export const shortSpanNoise = (values: ArrayLike<number>, variance: number): number => {
  if (!(variance > 0)) return 0
  const sums = new Float64Array(values.length + 1)
  const counts = new Float64Array(values.length + 1)
  for (let i = 0; i < values.length; i++) {
    const isSeen = !Number.isNaN(values[i])
    sums[i + 1] = (sums[i] as number) + (isSeen ? (values[i] as number) : 0)
    counts[i + 1] = (counts[i] as number) + (isSeen ? 1 : 0)
  }
  const shares = blocks.map((count) => {
    const span = Math.max(1, Math.round(values.length / count))
    return (span * blockVariance(sums, counts, span)) / variance
  })
  const least = Math.min(...shares)
  return Math.min(least, Math.sqrt(least))
}

/** Second differences are taken every `stride` places: a few thousand of them are enough for a median. */
const enough = 4096

const blockVariance = (sums: Float64Array, counts: Float64Array, span: number): number => {
  const length = sums.length - 1
  const stride = Math.max(1, Math.floor(length / enough))
  const mean = (start: number) => {
    const count = (counts[start + span] as number) - (counts[start] as number)
    return count === 0 ? Number.NaN : ((sums[start + span] as number) - (sums[start] as number)) / count
  }
  const bends: number[] = []
  for (let i = 0; i + 3 * span <= length; i += stride) {
    bends.push(Math.abs(mean(i) - 2 * mean(i + span) + mean(i + 2 * span)))
  }
  return (1.4826 * (median(bends) ?? 0)) ** 2 / 6
}
