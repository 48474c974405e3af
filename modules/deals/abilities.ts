import { abilityOf } from "#core/ability"
import type { Side, WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import { decideRetraction } from "#core/retraction"
import type { Instant } from "#core/time"
import type { Deal } from "./contract.ts"
import { mayMoveDeal, mayRetractDeal } from "./policy.ts"
import { type DealState, dealStates, decideMovable, movesOf } from "./rules.ts"

type Standing = Readonly<{ partyId: Id; registeredBy: Side; state: DealState; retractedAt: Instant | null }>

/** What this actor may do with a deal, and the states they may bring it to. */
export const abilitiesOf = (actor: WorkspaceActor, deal: Standing, now: Instant): Deal["abilities"] => {
  const verdictOn = (state: DealState) => mayMoveDeal(actor, deal, { state })
  const [refused = "role-may-not"] = dealStates.map(verdictOn).filter((verdict) => verdict !== true)
  const isPermitted = dealStates.some((state) => verdictOn(state) === true)
  const movable = decideMovable(deal)
  const moves = movesOf(deal).filter((state) => verdictOn(state) === true)
  const move = abilityOf(isPermitted || refused, movable)
  return {
    move: move === true && moves.length === 0 ? refused : move,
    retract: abilityOf(mayRetractDeal(actor), decideRetraction(deal, now)),
    moves,
  }
}
