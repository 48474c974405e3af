import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { type CheckResult, type DiligenceKind, isChecked } from "./kinds.ts"
import { isMet, type RoundState } from "./standing.ts"

type Reviewed = Readonly<{
  state: RoundState
  validThrough: PlainDate | null
  checkResult: CheckResult | null
  givenBy: Id | null
  /** A note, a link, a file that can be opened, or what a check met. */
  hasEvidence: boolean
}>

type Review = Readonly<{ outcome: "accepted" | "refused"; why: string | undefined; reviewer: Id; today: PlainDate }>

/**
 * Whether a round can be accepted or refused. What was accepted can be refused later, as when a certificate is withdrawn; what a check met
 * is cleared by a reason, and what has run out is not accepted any more.
 */
export const decideReview = (
  { state, validThrough, checkResult, givenBy, hasEvidence }: Reviewed,
  { kind, needsAnother }: Readonly<{ kind: DiligenceKind; needsAnother: boolean }>,
  { outcome, why, reviewer, today }: Review,
):
  | true
  | Refusal<
      | "already-reviewed"
      | "own-evidence"
      | "review-why-needed"
      | "clearing-why-needed"
      | "no-evidence"
      | "check-needed"
      | "evidence-expired"
    > => {
  if (state === "refused" || (state === "accepted" && outcome === "accepted")) return refuse("already-reviewed")
  if (needsAnother && givenBy === reviewer) return refuse("own-evidence")
  if (outcome === "refused") return why !== undefined || refuse("review-why-needed", { field: "why" })
  if (!hasEvidence) return refuse("no-evidence")
  if (isChecked(kind) && checkResult === null) return refuse("check-needed")
  if (validThrough !== null && validThrough < today) return refuse("evidence-expired")
  if (isMet(checkResult) && why === undefined) return refuse("clearing-why-needed", { field: "why" })
  return true
}

type Needed = Readonly<{ isNeeded: boolean; isNotNeeded: boolean; isMatchOpen: boolean }>

/** Taking an item off, or back on. What a check met is not made to go away by nobody needing the check. */
export const decideNeed = ({
  isNeeded,
  isNotNeeded,
  isMatchOpen,
}: Needed): true | Refusal<"need-unchanged" | "match-open"> => {
  if (isNeeded === !isNotNeeded) return refuse("need-unchanged")
  return !isNeeded && isMatchOpen ? refuse("match-open") : true
}

/** A list asks for each kind once, but for what has no kind of its own. */
export const decideList = (kinds: readonly DiligenceKind[]): true | Refusal<"kind-twice"> => {
  const twice = kinds.find((kind, place) => kind !== "other" && kinds.indexOf(kind) !== place)
  return twice === undefined || refuse("kind-twice", { field: "requirements", kind: twice })
}
