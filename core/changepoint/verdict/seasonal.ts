/** Steps in a year of weeks, prior weight of a season, and the sd of its swing as a share of the level. */
const year = 52.1775
const likely = 0.3
const swing = 0.2

/** How a share of the level looks on the scale of the values. */
export type SwingScale = (mean: number) => number

/**
 * Log of how much better "a season and no change" explains a series than "nothing", averaged with having no season:
 * what a change must beat while there are not two years that could tell a season apart.
 *
 * y = a + b cos + c sin, b and c ~ N(0, (0.2 of the level)^2), noise variance `noise` or what the best wave leaves, if that is
 * more, widened by `longRun`; closed form. A fall deeper than seasons go is not explained. Linear time. NaN is missing.
 */
export const seasonalAlternative = (
  values: Float64Array,
  noise: number,
  longRun: number,
  scale: SwingScale,
): number => {
  let n = 0
  let sum = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    n++
    sum += value
  }
  if (n < 10 || !(noise > 0)) return 0
  const mean = sum / n
  const rows = { c: 0, s: 0, cc: 0, ss: 0, cs: 0, cy: 0, sy: 0, yy: 0 }
  values.forEach((value, i) => {
    if (Number.isNaN(value)) return
    const c = Math.cos((2 * Math.PI * i) / year)
    const s = Math.sin((2 * Math.PI * i) / year)
    rows.c += c
    rows.s += s
    rows.cc += c * c
    rows.ss += s * s
    rows.cs += c * s
    rows.cy += c * (value - mean)
    rows.sy += s * (value - mean)
    rows.yy += (value - mean) ** 2
  })
  const centred = { cc: rows.cc - rows.c ** 2 / n, ss: rows.ss - rows.s ** 2 / n, cs: rows.cs - (rows.c * rows.s) / n }
  const wide = Math.max(noise, leftBySeason(centred, rows, n)) * longRun
  const [cc, ss, cs] = [centred.cc / wide, centred.ss / wide, centred.cs / wide]
  const [cy, sy] = [rows.cy / wide, rows.sy / wide]
  const ridge = 1 / (swing * scale(mean)) ** 2
  const determinant = (cc + ridge) * (ss + ridge) - cs * cs
  const explained = ((ss + ridge) * cy * cy - 2 * cs * cy * sy + (cc + ridge) * sy * sy) / determinant
  const logBayes = explained / 2 - 0.5 * Math.log(determinant / (ridge * ridge))
  return Math.log(1 - likely + likely * Math.exp(Math.min(logBayes, 500)))
}

type Squares = Readonly<Record<"cc" | "ss" | "cs", number>>

/** Variance that the best yearly wave leaves: who calls a fall a season must call what is left of it noise. */
const leftBySeason = (
  { cc, ss, cs }: Squares,
  { cy, sy, yy }: Record<"cy" | "sy" | "yy", number>,
  n: number,
): number => {
  const determinant = cc * ss - cs * cs
  if (!(determinant > 1e-9 * cc * ss)) return 0
  return Math.max(0, yy - (ss * cy * cy - 2 * cs * cy * sy + cc * sy * sy) / determinant) / n
}
