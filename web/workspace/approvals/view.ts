import { approvalStates } from "./states.ts"

/** Which approvals are shown, as the address says it. */
export const readView = (raw: Record<string, unknown>) => ({
  state: approvalStates.find((each) => each === raw.state) ?? ("all" as const),
})
