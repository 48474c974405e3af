import type { Quantity } from "#core/importable/row"
import { type Refusal, refuse } from "#core/refusal"

/** What a number without a percent sign means: of every number, or only of those that are no share as they stand. */
type ScaleAnswer = "percent" | "above-one" | "refuse" | undefined

/** What the file shows of how it writes the shares of one signal. */
export type ScaleSeen = { plain: boolean; aboveOne: boolean }

/**
 * The share that a number means: 85 %, 85 and 0.85 are one. Numbers above 1 alone are percent; beside numbers up to 1 nobody knows
 * which are, until somebody says it. Nothing is cut to fit.
 */
export const shareOf = (
  { written, isPercent }: Quantity,
  answer: ScaleAnswer,
): number | Refusal<"share-out-of-range"> => {
  const isRead = !isPercent && (answer === "percent" || (answer === "above-one" && written > 1))
  const share = isPercent || isRead ? written / 100 : written
  return share >= 0 && share <= 1 ? share : refuse("share-out-of-range")
}

/** Notes what a number shows; true once both scales were seen. Zero and marked percent show none. */
export const seesBothScales = (seen: ScaleSeen, { written, isPercent }: Quantity): boolean => {
  if (!isPercent && written > 1) seen.aboveOne = true
  if (!isPercent && written > 0 && written <= 1) seen.plain = true
  return seen.plain && seen.aboveOne
}
