import type { CandidateStage } from "./stages.ts"

/**
 * What a candidate waits for, what comes first in front: that one looks at it again, that it becomes a partnership as it was approved, that it
 * is decided on as everybody has answered, that somebody else is asked as nobody who was will answer, or the next step.
 */
export const waits = ["look_again", "conversion", "decision", "asking", "next_step"] as const
export type Wait = (typeof waits)[number]

/** Stages with a day on which one looks again. */
export const lookedAtAgain = ["on_hold", "declined"] as const satisfies readonly CandidateStage[]

/** How far ahead a day is told of. */
export const toldAheadDays = 14
