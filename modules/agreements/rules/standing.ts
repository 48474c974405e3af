import type { DraftState } from "./drafts.ts"

/** What a version of the words is to whoever holds it printed in the hand; each says so at the head of every page. */
export const paperStandings = ["draft", "to_sign", "replaced", "withdrawn", "agreed", "in_force", "amended"] as const
export type PaperStanding = (typeof paperStandings)[number]

type Facts = Readonly<{
  state: DraftState
  /** No later version of the same draft is there. */
  isLatest: boolean
  /** Every party holds it to be the one. */
  isHeldByAll: boolean
  /** These are the words that hold now, and no amendment put others in their place. */
  holdsNow: boolean
}>

export const paperStanding = ({ state, isLatest, isHeldByAll, holdsNow }: Facts): PaperStanding => {
  if (state === "withdrawn") return "withdrawn"
  if (!isLatest) return "replaced"
  if (state === "in_force") return holdsNow ? "in_force" : "amended"
  if (state === "agreed") return "agreed"
  return state === "in_review" && isHeldByAll ? "to_sign" : "draft"
}
