export const approvalStates = ["all", "waiting", "approved", "rejected", "withdrawn", "void"] as const
