import type { PlainDate } from "#core/time"

const dayMs = 86_400_000

export const dayNumber = (on: PlainDate): number => Date.parse(`${on}T00:00:00Z`) / dayMs

/** A straight scale from a span of values to a span of pixels; a span without length lands in the middle. */
export const scale = (from: number, to: number, start: number, end: number) => (value: number) =>
  to === from ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start)

/** Lowest and highest of what is known; undefined when nothing is. */
export const spanOf = (values: readonly (number | null | undefined)[]): [number, number] | undefined => {
  const known = values.filter((each) => each !== null && each !== undefined)
  return known.length === 0 ? undefined : [Math.min(...known), Math.max(...known)]
}
