import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import { type CandidateStage, isWorking, type Outcome } from "./stages.ts"

type Asked = Readonly<{
  stage: CandidateStage
  outcome: Outcome
  /** Somebody who was asked has neither sent nor stepped aside. */
  isAssessed: boolean
  isKnockedOut: boolean
  knockOutReason?: string | undefined
  /** Something serious stands against the company (rules/conflicts.ts). */
  isConflicted: boolean
  conflictReason?: string | undefined
  /** A check of its due diligence met something, and nobody has cleared it. */
  isMatchOpen: boolean
  diligenceReason?: string | undefined
  lookAgainOn?: string | undefined
}>

/** Whether a decision can be taken now: on open work, with every answer in, and not over a knock-out, a conflict or what a check met without a word. */
export const decideOutcome = ({
  stage,
  outcome,
  isAssessed,
  isKnockedOut,
  knockOutReason,
  isConflicted,
  conflictReason,
  isMatchOpen,
  diligenceReason,
  lookAgainOn,
}: Asked):
  | Outcome
  | Refusal<
      | "stage-decided"
      | "answers-outstanding"
      | "knock-out-reason-needed"
      | "conflict-reason-needed"
      | "diligence-reason-needed"
      | "look-again-needed"
    > => {
  if (!isWorking(stage)) return refuse("stage-decided")
  if (outcome === "on_hold")
    return lookAgainOn === undefined ? refuse("look-again-needed", { field: "lookAgainOn" }) : outcome
  if (outcome === "approved" && !isAssessed) return refuse("answers-outstanding")
  if (outcome === "approved" && isKnockedOut && knockOutReason === undefined)
    return refuse("knock-out-reason-needed", { field: "knockOutReason" })
  if (outcome === "approved" && isConflicted && conflictReason === undefined)
    return refuse("conflict-reason-needed", { field: "conflictReason" })
  if (outcome === "approved" && isMatchOpen && diligenceReason === undefined)
    return refuse("diligence-reason-needed", { field: "diligenceReason" })
  return outcome
}
