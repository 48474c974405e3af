/**
 * The most that the values since an onset can say on their own: the log likelihood ratio of Student's t for their mean
 * being the level before, k/2 log(1 + t^2/(k - 1)), with their own scatter as the noise.
 *
 * A scale that hardly moves for years makes any stir look certain under one common noise; two odd days in four weeks are
 * not certain by themselves. Applies to what is not a count. Linear time. NaN is missing.
 */
export const mostCredible = (values: Float64Array, onset: number, before: number): number => {
  let count = 0
  let sum = 0
  let squares = 0
  for (let i = onset; i < values.length; i++) {
    const moved = (values[i] as number) - before
    if (Number.isNaN(moved)) continue
    count++
    sum += moved
    squares += moved * moved
  }
  if (count < 2) return 0
  const mean = sum / count
  const scatter = Math.max(squares / count - mean * mean, 1e-9 * mean * mean)
  return (count / 2) * Math.log1p((mean * mean) / scatter)
}
