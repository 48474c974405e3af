import { median, robustDeviation } from "./median.ts"

/** Robust deviations beyond which a lone value is not believed. */
const beyond = 4

/**
 * A series in which a value far from the usual that neither neighbour shares is replaced by the middle of the three.
 *
 * One odd week is no change, and on a scale with normal noise it would pass for one. Two in a row stay, so a real change is
 * seen a week later at most. At either end the two nearest values decide. Missing (NaN) stays missing. O(n) expected.
 */
export const withoutSpikes = (values: Float64Array): Float64Array => {
  const centre = median(values)
  if (centre === undefined) return values
  const far = beyond * (robustDeviation(values, centre) ?? 0)
  if (values.every((value) => !(Math.abs(value - centre) > far))) return values
  const seen: number[] = []
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) seen.push(i)
  if (seen.length < 3) return values
  const calm = values.slice()
  for (let k = 0; k < seen.length; k++) {
    const at = seen[k] as number
    const value = values[at] as number
    if (Math.abs(value - centre) <= far) continue
    const near = [-2, -1, 0, 1, 2].map((step) => values[seen[k + step] ?? -1])
    const [before2, before, , after, after2] = near
    const pair = before === undefined ? [after, after2] : after === undefined ? [before2, before] : [before, after]
    const trio = [value, ...(pair as number[])].sort((a, b) => a - b)
    calm[at] = trio[1] as number
  }
  return calm
}
