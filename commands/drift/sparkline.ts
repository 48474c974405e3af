import { weekNumber } from "#core/time"
import type { WeeklySignal } from "#rules/drift"

const bars = "▁▂▃▄▅▆▇█"

/** A signal in one line of `width` characters, low to high; "·" where nothing was observed, "|" at the onset. */
export const sparkline = ({ values, firstWeek }: WeeklySignal, onset: string | undefined, width: number): string => {
  const size = Math.max(1, Math.ceil(values.length / width))
  const means: number[] = []
  for (let start = 0; start < values.length; start += size) {
    const present = Array.from(values.subarray(start, start + size)).filter((value) => !Number.isNaN(value))
    means.push(present.length === 0 ? Number.NaN : present.reduce((a, b) => a + b, 0) / present.length)
  }
  const top = Math.max(...means.filter((mean) => !Number.isNaN(mean)), 1e-9)
  const bottom = Math.min(0, ...means.filter((mean) => !Number.isNaN(mean)))
  const mark = onset === undefined ? -1 : Math.floor((weekNumber(onset) - firstWeek) / size)
  return means
    .map((mean, i) => {
      if (i === mark) return "|"
      if (Number.isNaN(mean)) return "·"
      return mean === 0 ? " " : bars[Math.min(7, Math.floor(((mean - bottom) / (top - bottom)) * 8))]
    })
    .join("")
    .padEnd(width)
}
