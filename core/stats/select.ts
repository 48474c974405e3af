/**
 * The k-th smallest (from 0) of the first `count` values, NaN nowhere among them. Reorders them in place: afterwards
 * nothing before k is larger than it and nothing behind it smaller.
 *
 * Hoare's quickselect with the middle of three as the pivot: O(n) expected, where a sort is O(n log n).
 */
export const select = (values: Float64Array, count: number, k: number): number => {
  let low = 0
  let high = count - 1
  while (low < high) {
    const pivot = middleOf(values[low] as number, values[(low + high) >> 1] as number, values[high] as number)
    let left = low
    let right = high
    while (left <= right) {
      while ((values[left] as number) < pivot) left++
      while ((values[right] as number) > pivot) right--
      if (left > right) break
      const swapped = values[left] as number
      values[left++] = values[right] as number
      values[right--] = swapped
    }
    if (k <= right) high = right
    else if (k >= left) low = left
    else break
  }
  return values[k] as number
}

const middleOf = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
