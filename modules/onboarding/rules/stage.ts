import type { Stage } from "#rules/partnerships"

/** What is on record of a partnership besides its stage. */
export type OnRecord = Readonly<{ isSigned: boolean; isOnboarding: boolean }>

/** Nothing is signed yet in these; what is signed leaves them behind. */
const beforeSigning: readonly Stage[] = ["identified", "qualifying", "negotiating"]

/**
 * The stage that a partnership has come to by what is on record, where that is another than the one it is said to be in: with an agreement
 * in force nobody negotiates any more, and who is onboarded to the end works together. Undefined where the stage is somebody's own word:
 * paused, renewing, ended, or active already.
 */
export const stageReached = (
  stage: Stage,
  { isSigned, isOnboarding }: OnRecord,
): "onboarding" | "active" | undefined => {
  if (!isSigned) return undefined
  if (beforeSigning.includes(stage)) return isOnboarding ? "onboarding" : "active"
  return stage === "onboarding" && !isOnboarding ? "active" : undefined
}
