import { type Refusal, refuse } from "./refusal.ts"
import type { Instant } from "./time.ts"

/** What was recorded wrongly is taken back once; it stays readable, and counts for nothing from then on. */
export const decideRetraction = (
  { retractedAt }: Readonly<{ retractedAt: Instant | null }>,
  now: Instant,
): Readonly<{ retractedAt: Instant }> | Refusal<"already-retracted"> =>
  retractedAt === null ? { retractedAt: now } : refuse("already-retracted")
