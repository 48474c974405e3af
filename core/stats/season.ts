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
  const rows = waves(values.length)
  const normal = Array.from({ length: size }, () => new Float64Array(size + 1))
  let observed = 0
  let squares = 0
  for (let i = 0; i < ratios.length; i++) {
    const ratio = ratios[i] as number
    if (Number.isNaN(ratio)) continue
    observed++
    squares += ratio * ratio
    for (let a = 0; a < size; a++) {
      const equation = normal[a] as Float64Array
      const term = rows[i * size + a] as number
      for (let b = a; b < size; b++) equation[b] = (equation[b] as number) + term * (rows[i * size + b] as number)
      equation[size] = (equation[size] as number) + term * ratio
    }
  }
  if (observed < leastObserved) return undefined
  for (let a = 1; a < size; a++) for (let b = 0; b < a; b++) (normal[a] as Float64Array)[b] = normal[b]?.[a] as number
  const mean = (normal[0]?.[size] as number) / observed
  const weights = solve(normal)
  const fitted = new Float64Array(values.length)
  let left = 0
  for (let i = 0; i < fitted.length; i++) {
    let sum = 0
    for (let a = 1; a < size; a++) sum += (rows[i * size + a] as number) * (weights[a] as number)
    fitted[i] = sum
    const ratio = ratios[i] as number
    if (!Number.isNaN(ratio)) left += (ratio - (weights[0] as number) - sum) ** 2
  }
  const explained = squares - observed * mean * mean - left
  const f = explained / (2 * harmonics) / Math.max(left / (observed - size), 1e-12)
  return f > believed ? fitted.map((value) => Math.max(0.3, 1 + value)) : undefined
}

/** Terms of the regression: the level, and a cosine and a sine for each harmonic. */
const size = 2 * harmonics + 1

/** The terms of each week, row by row. They depend on nothing but the week's place, so they are kept between calls. */
const waves = (length: number): Float64Array => {
  if (kept.length >= length * size) return kept
  kept = new Float64Array(2 * length * size)
  for (let at = 0; at < kept.length; at += size) {
    kept[at] = 1
    for (let k = 1; k <= harmonics; k++) {
      const angle = (2 * Math.PI * k * (at / size)) / year
      kept[at + 2 * k - 1] = Math.cos(angle)
      kept[at + 2 * k] = Math.sin(angle)
    }
  }
  return kept
}

let kept = new Float64Array(0)

/** Each value over the mean of the year around it, less one. */
const toYearAround = (values: Float64Array): Float64Array => {
  const half = 26
  const ratios = new Float64Array(values.length)
  let sum = 0
  let count = 0
  const add = (i: number, sign: number) => {
    if (i < 0 || i >= values.length) return
    const value = values[i] as number
    if (Number.isNaN(value)) return
    sum += sign * value
    count += sign
  }
  for (let i = 0; i < half; i++) add(i, 1)
  for (let i = 0; i < ratios.length; i++) {
    add(i + half, 1)
    add(i - half - 1, -1)
    ratios[i] = count < half || sum <= 0 ? Number.NaN : (values[i] as number) / (sum / count) - 1
  }
  return ratios
}

/** Gaussian elimination with pivoting on an augmented matrix; a handful of unknowns. */
const solve = (rows: Float64Array[]): Float64Array => {
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
