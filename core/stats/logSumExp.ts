import { expBelow } from "./expBelow.ts"

/**
 * log(sum(exp(values))) over [start, end) without overflow. Empty or all -Infinity gives -Infinity.
 * A term 40 below the largest is lost in its rounding. Two passes, linear time, no allocation.
 */
export const logSumExp = (values: ArrayLike<number>, start = 0, end = values.length): number => {
  let top = Number.NEGATIVE_INFINITY
  for (let i = start; i < end; i++) if ((values[i] as number) > top) top = values[i] as number
  if (top === Number.NEGATIVE_INFINITY) return top
  let sum = 0
  for (let i = start; i < end; i++) sum += expBelow((values[i] as number) - top)
  return top + Math.log(sum)
}

/** log(exp(a) + exp(b)) without overflow. */
export const logAddExp = (a: number, b: number): number => {
  if (a === Number.NEGATIVE_INFINITY) return b
  if (b === Number.NEGATIVE_INFINITY) return a
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))
}
