import { borneOut } from "./borneOut.ts"
import type { Change } from "./change.ts"
import type { Assessment, CauseFinding, DatedEvent } from "./finding.ts"
import { firstPartyOf, firstSideOf } from "./firstSide.ts"

type FirstMover = Pick<Assessment, "firstSide" | "firstPartyId" | "firstBy">

/** Where nothing drifts there is no first side; where it drifts and nobody may be named it is undetermined. */
export const nobodyFirst = (drifting: boolean): FirstMover => ({
  firstSide: drifting ? "undetermined" : null,
  firstPartyId: null,
  firstBy: [],
})

/** Which side let go first, and what bears it out; nobody where nothing does. `story`: what dates the drift, without what came of it late. */
export const firstMoverOf = (
  moved: readonly Change[],
  story: readonly Change[],
  causes: readonly CauseFinding[],
  events: readonly DatedEvent[],
): FirstMover => {
  const firstSide = firstSideOf(moved, causes, events)
  const borne = borneOut(firstSide, story, causes, events)
  if (borne.length === 0) return nobodyFirst(true)
  const firstPartyId = firstPartyOf(firstSide, story, causes, events)
  // A company is named by what is its own.
  const its = borne.filter(({ partyId }) => partyId === firstPartyId)
  return { firstSide, firstPartyId, firstBy: its.length > 0 ? its : borne }
}
