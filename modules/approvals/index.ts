/**
 * An approval is an act that others have to agree to before it is done: asked for by one, answered step by step, done with the last yes.
 * It is not the act itself, which its own module does, and no confirmation by the other side of a promise.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { attention } from "./attention.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { jobs } from "./jobs.ts"
import { news } from "./news.ts"
import { personal } from "./personal.ts"

export { askApproval, askForPartner, askStanding, voidApprovals, voidOlder } from "./asking.ts"
export { demoRequest, demoTextRequest } from "./demoRequests.ts"
export { decideApproved } from "./rules.ts"
export { approvalStanding, missingOf, type Standing } from "./standing.ts"
export { waitsForApproval } from "./store.ts"

export const approvals = defineModule("approvals", {
  tables: { approval_rule: "host", approval: "host", approval_answer: "host", deputy: "host" },
  personal: [personal],
  actions,
  events,
  attention,
  jobs,
  news,
  importable: [importable],
  fixture,
})
