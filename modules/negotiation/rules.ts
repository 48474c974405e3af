import type { Id } from "#core/ids"
import { type Refusal, refuse } from "#core/refusal"

/** A draft proposal is its own side's until it is sent; what was answered or withdrawn stays as a record. */
export const proposalStates = ["draft", "open", "accepted", "rejected", "withdrawn"] as const
export type ProposalState = (typeof proposalStates)[number]

/** As many proposals on one draft that nobody has answered: more is a new text, and is sent as one. */
export const mostOpenProposals = 200

type Proposal = Readonly<{ state: ProposalState; partyId: Id }>
export type Negotiated = Readonly<{ state: string; hasText: boolean; isBeingSigned: boolean }>

/** Both sides propose while the draft lies before both of them, and nobody is asked to sign what it says. */
export const decideNegotiable = ({
  state,
  hasText,
  isBeingSigned,
}: Negotiated): true | Refusal<"not-in-review" | "being-signed"> => {
  if (state !== "in_review" || !hasText) return refuse("not-in-review", { state })
  return !isBeingSigned || refuse("being-signed")
}

export const decideRoom = (open: number, more: number): true | Refusal<"too-many-proposals"> =>
  open + more <= mostOpenProposals || refuse("too-many-proposals", { most: mostOpenProposals })

/** What was settled is settled: whoever comes second is told what became of it. */
const decideOpen = ({ state }: Proposal): true | Refusal<"proposal-settled" | "not-sent"> =>
  state === "open" || refuse(state === "draft" ? "not-sent" : "proposal-settled", { state })

/** Another party answers, while it lies open; what is out of date is brought up to date by its author first. */
export const decideAnswer = (
  proposal: Proposal,
  { party, accepts, isOutdated }: Readonly<{ party: Id; accepts: boolean; isOutdated: boolean }>,
): true | Refusal<"proposal-settled" | "not-sent" | "own-proposal" | "proposal-outdated"> => {
  const open = decideOpen(proposal)
  if (open !== true) return open
  if (proposal.partyId === party) return refuse("own-proposal")
  return !accepts || !isOutdated || refuse("proposal-outdated")
}

/** Its own party takes it back until it is answered. */
export const decideWithdrawal = (
  { state, partyId }: Proposal,
  party: Id,
): true | Refusal<"proposal-settled" | "not-your-proposal"> => {
  if (partyId !== party) return refuse("not-your-proposal")
  return state === "open" || state === "draft" || refuse("proposal-settled", { state })
}

/** Its own party lays it upon what the text is by now. */
export const decideRebase = (
  proposal: Proposal,
  party: Id,
  isOutdated: boolean,
): true | Refusal<"proposal-settled" | "not-your-proposal" | "not-outdated"> => {
  const own = decideWithdrawal(proposal, party)
  return own !== true ? own : isOutdated || refuse("not-outdated")
}

export const decideSending = (
  { state, partyId }: Proposal,
  party: Id,
): true | Refusal<"proposal-settled" | "not-your-proposal"> => {
  if (partyId !== party) return refuse("not-your-proposal")
  return state === "draft" || refuse("proposal-settled", { state })
}
