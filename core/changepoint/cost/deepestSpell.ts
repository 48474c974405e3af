/** Lengths of a spell that are tried, in weeks: from two months to a year. */
const lengths = [8, 13, 26, 39, 52]

/**
 * By how many standard errors the mean of the worst spell lies on the worse side of the mean of all the rest, over spells of five
 * lengths: a scan statistic (Naus 1965). A time that came and went moves no single step far; here it shows. On a scale of even
 * noise, whose standard deviation is what is left over once the spell has a level of its own. O(n). NaN is missing.
 */
export const deepestSpell = (values: Float64Array, worse: -1 | 1): number => {
  const { length } = values
  const counts = new Float64Array(length + 1)
  const sums = new Float64Array(length + 1)
  let squares = 0
  for (let i = 0; i < length; i++) {
    const value = values[i] as number
    const isMissing = Number.isNaN(value)
    counts[i + 1] = (counts[i] as number) + (isMissing ? 0 : 1)
    sums[i + 1] = (sums[i] as number) + (isMissing ? 0 : value)
    if (!isMissing) squares += value * value
  }
  const n = counts[length] as number
  const total = sums[length] as number
  const spread = squares - (total * total) / Math.max(1, n)
  let most = 0
  for (const weeks of lengths) {
    for (let end = weeks; end <= length; end++) {
      const k = (counts[end] as number) - (counts[end - weeks] as number)
      if (k < 4 || n - k < 10) continue
      const sum = (sums[end] as number) - (sums[end - weeks] as number)
      const gap = sum / k - (total - sum) / (n - k)
      if (gap * worse <= 0) continue
      const explained = (gap * gap * k * (n - k)) / n
      const left = Math.max(spread - explained, 1e-12 * spread)
      const z2 = (explained * (n - 2)) / left
      if (z2 > most) most = z2
    }
  }
  return Math.sqrt(most)
}
