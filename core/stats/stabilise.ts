import { select } from "./select.ts"

/** What a number is, as far as its noise is concerned. */
export type Kind = "count" | "proportion" | "latency" | "amount" | "level"

/** A series on a scale where its noise is about the same at every level, and the least noise it can have there. */
export type Stabilised = Readonly<{ values: Float64Array; noiseFloor: number }>

/**
 * Puts a series on the scale where ordinary least squares is nearly right.
 *
 * count: 2 sqrt(y + 3/8) (Anscombe 1948), noise sd about 1. proportion: 2 asin sqrt(p), noise sd 1/sqrt(n).
 * latency and amount: log(1 + y / scale), scale = the median, so that the unit does not matter. level: unchanged.
 * The floor keeps a series without visible noise from being infinitely sure. Missing (NaN) stays missing. Linear time.
 */
export const stabilise = (values: ArrayLike<number>, kind: Kind, sizes?: ArrayLike<number>): Stabilised => {
  const out = new Float64Array(values.length)
  const scale = kind === "latency" || kind === "amount" ? typicalSize(values) : 1
  for (let i = 0; i < out.length; i++) out[i] = transform(values[i] as number, kind, scale)
  return { values: out, noiseFloor: floorOf(kind, out, sizes) }
}

const transform = (value: number, kind: Kind, scale: number): number => {
  if (kind === "count") return 2 * Math.sqrt(Math.max(0, value) + 0.375)
  if (kind === "proportion") return 2 * Math.asin(Math.sqrt(Math.min(1, Math.max(0, value))))
  if (kind === "level") return value
  return Math.log1p(Math.max(0, value) / scale)
}

const typicalSize = (values: ArrayLike<number>): number => {
  const positive = new Float64Array(values.length)
  let count = 0
  for (let i = 0; i < values.length; i++) if ((values[i] as number) > 0) positive[count++] = values[i] as number
  return count === 0 ? 1 : select(positive, count, count >> 1)
}

const floorOf = (kind: Kind, values: Float64Array, sizes?: ArrayLike<number>): number => {
  if (kind === "count") return 0.5
  if (kind === "proportion") return 1 / Math.sqrt(meanSize(sizes))
  if (kind === "level") return 0.1 * deviation(values)
  return 0.1
}

/** Observations behind one proportion; ten when nobody said. */
const meanSize = (sizes?: ArrayLike<number>): number => {
  let sum = 0
  let count = 0
  for (let i = 0; i < (sizes?.length ?? 0); i++) {
    const size = sizes?.[i] as number
    if (size > 0) {
      sum += size
      count++
    }
  }
  return count === 0 ? 10 : sum / count
}

const deviation = (values: Float64Array): number => {
  let count = 0
  let sum = 0
  let square = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    count++
    sum += value
    square += value * value
  }
  return count === 0 ? 0 : Math.sqrt(Math.max(0, square / count - (sum / count) ** 2))
}
