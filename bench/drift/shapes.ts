import type { Chance } from "./chance.ts"

/** How a loss unfolds: share of it reached `after` weeks. Rounded forms too, because life draws no straight lines. */
export type Shape = Readonly<{ name: "step" | "ramp" | "mixed"; weeks: number; reached: (after: number) => number }>

const smooth = (x: number): number => (x <= 0 ? 0 : x >= 1 ? 1 : x * x * (3 - 2 * x))
const straight = (x: number): number => Math.max(0, Math.min(1, x))

export const drawShape = (chance: Chance): Shape => {
  const kind = chance.between(0, 1)
  if (kind < 0.35) return { name: "step", weeks: 1, reached: (after) => (after >= 0 ? 1 : 0) }
  const weeks = chance.pick([9, 17, 26, 26, 35, 52])
  if (kind < 0.75) {
    const form = chance.happens(0.5) ? straight : smooth
    return { name: "ramp", weeks, reached: (after) => form((after + 1) / weeks) }
  }
  const first = chance.between(0.3, 0.6)
  return {
    name: "mixed",
    weeks,
    reached: (after) => (after < 0 ? 0 : first + (1 - first) * straight((after + 1) / weeks)),
  }
}
