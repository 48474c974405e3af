import { z } from "zod"
import { event } from "#platform/event"

const approval = { subject: "approval", visibility: "host" } as const
const about = { kind: z.string(), title: z.string() }

export const approvalAsked = event("approval.asked", {
  ...approval,
  payload: { ...about, steps: z.number(), edition: z.number().optional(), hash: z.string() },
})
/** A step is reached, or its people have changed: whoever may answer it now should hear of it. */
export const approvalReached = event("approval.reached", { ...approval, payload: { ...about, step: z.string() } })
/** The step it has reached waits longer than it should: those it waits for are reminded, then the owners and admins told. */
const stuck = { ...approval, payload: { ...about, step: z.string(), since: z.string() } } as const
export const approvalReminded = event("approval.reminded", stuck)
export const approvalEscalated = event("approval.escalated", stuck)
export const approvalAnswered = event("approval.answered", {
  ...approval,
  payload: {
    ...about,
    step: z.string(),
    decision: z.string(),
    standsFor: z.string(),
    reason: z.string().optional(),
    hash: z.string(),
  },
})
/** Approved, rejected, withdrawn or void. */
export const approvalClosed = event("approval.closed", {
  ...approval,
  payload: { ...about, state: z.string(), because: z.string().optional() },
})

export const approvalRuleSet = event("approval_rule.set", {
  subject: "approval_rule",
  visibility: "host",
  payload: { kind: z.string(), before: z.array(z.unknown()), after: z.array(z.unknown()) },
})

const deputy = { subject: "deputy", visibility: "host" } as const
const days = { person: z.string(), deputy: z.string(), fromOn: z.string(), toOn: z.string() }
export const deputyNamed = event("deputy.named", { ...deputy, payload: days })
export const deputyEnded = event("deputy.ended", { ...deputy, payload: days })

export const events = [
  ...[approvalAsked, approvalReached, approvalReminded, approvalEscalated, approvalAnswered, approvalClosed],
  ...[approvalRuleSet, deputyNamed, deputyEnded],
]
