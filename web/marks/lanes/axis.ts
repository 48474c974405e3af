import type { PlainDate } from "#core/time"

const dayMs = 86_400_000
const msOf = (on: PlainDate): number => Date.parse(`${on}T00:00:00Z`)

/** A time axis: where a day stands, and which day stands at a place. */
export type Axis = Readonly<{
  from: PlainDate
  to: PlainDate
  left: number
  right: number
  x: (on: PlainDate) => number
}>

export const axisOf = (from: PlainDate, to: PlainDate, left: number, right: number): Axis => {
  const [start, length] = [msOf(from), Math.max(dayMs, msOf(to) - msOf(from))]
  return { from, to, left, right, x: (on) => left + ((msOf(on) - start) / length) * (right - left) }
}

/** Steps of months between ticks, of which the closest that has room is taken. */
const steps = [1, 2, 3, 6, 12, 24, 60]
const daysOfMonth = 30.4
const room = 64

/** First days of months, as close as their words allow. */
export const ticksOf = ({ from, to, left, right }: Axis): readonly PlainDate[] => {
  const days = (msOf(to) - msOf(from)) / dayMs
  const fits = (step: number) => (right - left) / (days / (step * daysOfMonth)) >= room
  const step = steps.find(fits) ?? 120
  const first = Number(from.slice(0, 4)) * 12
  const last = Number(to.slice(0, 4)) * 12 + 11
  const ticks: PlainDate[] = []
  for (let month = Math.floor(first / step) * step; month <= last; month += step) {
    const on = `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`
    if (on >= from && on <= to) ticks.push(on)
  }
  return ticks
}

/** Lines through what is known: a gap ends one, a value alone is a dot. */
export const pathOf = (
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
) =>
  values
    .flatMap((value, index) => {
      if (value === null) return []
      const isFirst = (values[index - 1] ?? null) === null
      const isAlone = isFirst && (values[index + 1] ?? null) === null
      const at = `${rounded(x(index))} ${rounded(y(value))}`
      return [isFirst ? `M${at}${isAlone ? "h.01" : ""}` : `L${at}`]
    })
    .join("")

const rounded = (value: number): number => Math.round(value * 10) / 10

/** The week whose day is nearest to a place; undefined outside all of them. */
export const nearest = (weeks: readonly PlainDate[], axis: Axis, at: number): number | undefined => {
  if (weeks.length === 0 || at < axis.left - 4 || at > axis.right + 4) return undefined
  let best = 0
  for (let index = 1; index < weeks.length; index++)
    if (Math.abs(axis.x(weeks[index] ?? "") - at) < Math.abs(axis.x(weeks[best] ?? "") - at)) best = index
  return best
}
