import type { Lane } from "./Lane.ts"

const air = 0.12

/** Where a value of a lane stands: its lowest and highest with some air; what never changes stands in the middle. */
export const valueScale = (
  { actual, promised = [] }: Pick<Lane, "actual" | "promised">,
  top: number,
  bottom: number,
) => {
  const known = [...actual, ...promised].filter((value) => value !== null)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const inner = (bottom - top) / (1 + 2 * air)
  const middle = (top + bottom) / 2
  return (value: number): number => (high > low ? middle - ((value - (low + high) / 2) / (high - low)) * inner : middle)
}
