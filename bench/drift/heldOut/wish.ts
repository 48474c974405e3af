import type { Truth } from "#bench/drift/truth"
import { weekNumber } from "#core/time"

/** What is asked of one partnership before its numbers are drawn. */
export type Wish = Readonly<{
  name: string
  type: string
  fate: Truth["fate"]
  cause?: string
  /** A fall of the whole type: week, share and weeks it takes. */
  market?: Readonly<{ week: number; by: number; takes: number }>
  isYoung?: boolean
}>

/** The last week on record. */
export const lastWeek = weekNumber("2026-09-07")
