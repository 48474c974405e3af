import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import type { Instant, PlainDate } from "#core/time"
import { addDays } from "#core/time"

/** Where a candidate stands, from the first look to the answer. */
export const candidateStages = [
  ...(["sourced", "researching", "contacted", "assessing", "shortlisted"] as const),
  ...(["on_hold", "approved", "declined"] as const),
] as const
export type CandidateStage = (typeof candidateStages)[number]

/** Stages of the work itself: one goes to and fro between them as one learns. */
export const workingStages = ["sourced", "researching", "contacted", "assessing", "shortlisted"] as const
export type WorkingStage = (typeof workingStages)[number]

/** What a decision leads to. */
export const outcomes = ["approved", "declined", "on_hold"] as const
export type Outcome = (typeof outcomes)[number]

export const isWorking = (stage: CandidateStage): stage is WorkingStage =>
  (workingStages as readonly CandidateStage[]).includes(stage)

/** Who is looked at again, and after how long at most. */
const furthestLookDays = 3 * 366

/** Work goes on with what is not decided. */
export const decideOngoing = (stage: CandidateStage): true | Refusal<"stage-decided"> =>
  isWorking(stage) || refuse("stage-decided")

/** A move on the board. What is decided is not moved: it is looked at again by an act that says why. */
export const decideStage = (
  from: CandidateStage,
  to: CandidateStage,
): WorkingStage | Refusal<"stage-needs-decision" | "stage-decided"> => {
  if (!isWorking(to)) return refuse("stage-needs-decision", { field: "to" })
  return isWorking(from) ? to : refuse("stage-decided")
}

type Standing = Readonly<{ stage: CandidateStage; hasPartnership: boolean }>

/** What was declined or put on hold is looked at again, and so is an approval that has not become a partnership. */
export const decideReopen = ({
  stage,
  hasPartnership,
}: Standing): WorkingStage | Refusal<"still-open" | "already-a-partnership"> => {
  if (hasPartnership) return refuse("already-a-partnership")
  return isWorking(stage) ? refuse("still-open") : "researching"
}

/** A day to look again lies ahead, and not so far that nobody will remember why. */
export const decideLookAgain = (on: PlainDate, today: PlainDate): true | Refusal<"look-again-not-ahead"> =>
  (on > today && on <= addDays(today, furthestLookDays)) || refuse("look-again-not-ahead", { field: "lookAgainOn" })

/** Where a candidate comes from, as the yield of sources is counted. */
export const sourceKinds = [
  ...(["referral", "event", "inbound", "research", "customer", "partner", "application"] as const),
  "other",
] as const
export type SourceKind = (typeof sourceKinds)[number]

/** What a check met and nobody has cleared, and what was approved knowing it. */
type Met = Readonly<{ matchGivenAt: Instant | null; decidedAt: Instant | null; hasReason: boolean }>

/** An approved candidate becomes one partnership; not over what a check met since it was approved, or that the approval gave no reason for. */
export const decideConversion = (
  { stage, hasPartnership }: Standing,
  { matchGivenAt, decidedAt, hasReason }: Met,
): true | Refusal<"not-approved" | "already-a-partnership" | "match-uncleared"> => {
  if (hasPartnership) return refuse("already-a-partnership")
  if (stage !== "approved") return refuse("not-approved")
  const isCovered = matchGivenAt === null || (hasReason && decidedAt !== null && matchGivenAt <= decidedAt)
  return isCovered || refuse("match-uncleared")
}
