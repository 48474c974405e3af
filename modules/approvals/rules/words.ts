export const approvalStates = ["waiting", "approved", "rejected", "withdrawn", "void"] as const
export type ApprovalState = (typeof approvalStates)[number]
export const decisions = ["approve", "reject"] as const
export type Decision = (typeof decisions)[number]
export const needs = ["one", "all"] as const

/** Who answers by what they are for the partnership: who looks after it, or our executive sponsor of it. */
export const posts = ["owner", "sponsor"] as const
export type Post = (typeof posts)[number]

/** Why a step is asked: it always is, its condition is met, or nobody can say that it is not. */
export const becauses = ["always", "met", "unknown", "unreadable"] as const
