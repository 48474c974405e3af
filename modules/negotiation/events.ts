import { z } from "zod"
import { event } from "#platform/event"

/** Nothing of a draft proposal is told outside its own side. */
const proposal = { subject: "clause_proposal", visibility: "stated" } as const
const payload = z.object({ draftId: z.string(), title: z.string(), kind: z.string(), key: z.string() }).shape

export const clauseProposed = event("clause_proposal.made", { ...proposal, payload })
export const proposalDrafted = event("clause_proposal.drafted", { ...proposal, payload })
export const proposalRebased = event("clause_proposal.rebased", { ...proposal, payload })
export const proposalAccepted = event("clause_proposal.accepted", {
  ...proposal,
  payload: { ...payload, number: z.number() },
})
export const proposalRejected = event("clause_proposal.rejected", { ...proposal, payload })
export const proposalWithdrawn = event("clause_proposal.withdrawn", { ...proposal, payload })

export const events = [
  clauseProposed,
  proposalDrafted,
  proposalRebased,
  proposalAccepted,
  proposalRejected,
  proposalWithdrawn,
]
