import { z } from "zod"
import { idShape } from "#core/endpoint"
import { dimensions } from "../rules.ts"

const points = z.number().min(0).max(100)
export const byDimensionShape = z.partialRecord(z.enum(dimensions), points)

/** What the assessors say together, by those of their answers that count. */
export const verdictShape = z.object({
  total: points.nullable().describe("the mean of the assessors' totals; null is not scored"),
  spread: points.nullable().describe("highest total less lowest; null with fewer than two"),
  byDimension: byDimensionShape,
  disagreements: z.array(z.object({ dimension: z.enum(dimensions), points, lowest: idShape, highest: idShape })),
  knockOuts: z.array(z.object({ assessor: idShape, criteria: z.array(z.string()) })),
})
export type VerdictView = z.input<typeof verdictShape>
