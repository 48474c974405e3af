/** Steps in a year of weeks, harmonics fitted, weeks needed, and the F value from which a season is believed. */
const year = 52.1775
const harmonics = 2
const leastObserved = 104
const believed = 6

/**
 * The yearly season of a weekly series as factors around 1, or undefined when there are not two years or no season shows.
 *
 * The series is divided by its own mean over the year around each week, so that levels and trends drop out, and what is left
 * is regressed on two harmonics. Believed from F = 6 on (p about 0.0002). Linear time. NaN is missing.
 */
export const seasonOf = (values: Float64Array): Float64Array | undefined => {
  const ratios = toYearAround(values)
  const observed = ratios.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0)
  if (observed < leastObserved) return undefined
  const size = 2 * harmonics + 1
  const normal = Array.from({ length: size }, () => new Float64Array(size + 1))
  let squares = 0
  ratios.forEach((ratio, i) => {
    if (Number.isNaN(ratio)) return
    const row = terms(i)
    squares += ratio * ratio
    for (let a = 0; a < size; a++) {
      const equation = normal[a] as Float64Array
      for (let b = 0; b < size; b++) equation[b] = (equation[b] as number) + (row[a] as number) * (row[b] as number)
      equation[size] = (equation[size] as number) + (row[a] as number) * ratio
    }
  })
  const mean = (normal[0]?.[size] as number) / observed
  const weights = solve(normal)
  const fitted = values.map((_, i) =>
    terms(i).reduce((sum, term, a) => sum + (a === 0 ? 0 : term * (weights[a] as number)), 0),
  )
  let left = 0
  ratios.forEach((ratio, i) => {
    if (!Number.isNaN(ratio)) left += (ratio - (weights[0] as number) - (fitted[i] as number)) ** 2
  })
  const explained = squares - observed * mean * mean - left
  const f = explained / (2 * harmonics) / Math.max(left / (observed - size), 1e-12)
  return f > believed ? fitted.map((value) => Math.max(0.3, 1 + value)) : undefined
}

const terms = (i: number): number[] => {
  const row = [1]
  for (let k = 1; k <= harmonics; k++)
    row.push(Math.cos((2 * Math.PI * k * i) / year), Math.sin((2 * Math.PI * k * i) / year))
  return row
}

/** Each value over the mean of the year around it, less one. */
const toYearAround = (values: Float64Array): Float64Array => {
  const half = 26
  let sum = 0
  let count = 0
  const add = (i: number, sign: number) => {
    const value = values[i]
    if (value === undefined || Number.isNaN(value)) return
    sum += sign * value
    count += sign
  }
  for (let i = 0; i < half; i++) add(i, 1)
  return values.map((value, i) => {
    add(i + half, 1)
    add(i - half - 1, -1)
    return count < half || sum <= 0 ? Number.NaN : value / (sum / count) - 1
  })
}

/** Gaussian elimination with pivoting on an augmented matrix; a handful of unknowns. */
const solve = (rows: Float64Array[]): Float64Array => {
  const size = rows.length
  for (let k = 0; k < size; k++) {
    let pivot = k
    for (let r = k + 1; r < size; r++) {
      if (Math.abs(rows[r]?.[k] as number) > Math.abs(rows[pivot]?.[k] as number)) pivot = r
    }
    const top = rows[pivot] as Float64Array
    rows[pivot] = rows[k] as Float64Array
    rows[k] = top
    for (let r = 0; r < size; r++) {
      if (r === k) continue
      const row = rows[r] as Float64Array
      const factor = (row[k] as number) / (top[k] as number)
      for (let c = k; c <= size; c++) row[c] = (row[c] as number) - factor * (top[c] as number)
    }
  }
  return Float64Array.from(rows, (row, k) => (row[size] as number) / (row[k] as number))
}
