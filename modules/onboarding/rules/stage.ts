import type { Stage } from "#rules/partnerships"

/** What happened: an agreement that was drafted here came into force, an onboarding began, or the last one under way is over. */
export type Turn = "signed" | "begun" | "over"

/** What is on record of a partnership besides its stage. */
export type OnRecord = Readonly<{ isSigned: boolean; isOnboarding: boolean }>

/** Nothing is signed yet in these; what is signed leaves them behind. */
const beforeSigning: readonly Stage[] = ["identified", "qualifying", "negotiating"]

/**
 * The stage that a partnership has come to by what happened: with an agreement in force nobody negotiates any more, and who is onboarded to
 * the end works together. Undefined where the stage is somebody's own word: paused, renewing, ended, active already, or negotiating again
 * though an onboarding of before is over.
 */
export const stageReached = (
  turn: Turn,
  stage: Stage,
  { isSigned, isOnboarding }: OnRecord,
): "onboarding" | "active" | undefined => {
  if (!isSigned) return undefined
  if (turn === "over") return stage === "onboarding" && !isOnboarding ? "active" : undefined
  if (!beforeSigning.includes(stage)) return undefined
  return isOnboarding ? "onboarding" : "active"
}
