/**
 * A commitment is what one side has promised the other, with the days it falls due and whether it was kept.
 * It is not a goal both pursue (an objective), and not the paper it was signed on (an agreement).
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { attention } from "./attention.ts"
import { companyRows } from "./companyRows.ts"
import { demo } from "./demo.ts"
import { events } from "./events.ts"
import { figures } from "./figures.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { jobs } from "./jobs.ts"
import { linkActs } from "./linkActs.ts"
import { news } from "./news.ts"
import { personal } from "./personal.ts"
import { signals } from "./signals.ts"
import { subjects } from "./subjects.ts"

export { amendCommitments, standingCommitments } from "./amend.ts"
export type { PromiseCounts } from "./contract.ts"
export { endCommitmentsOf, enterCommitments, moveCommitmentsEnd } from "./enter.ts"
export { isOverdueIn, lapsedBetween, promiseCounts } from "./facts.ts"
export { commitmentFields, commitmentOf, commitmentTable } from "./importable.ts"

export const commitments = defineModule("commitments", {
  tables: {
    commitment: "partnership",
    occurrence: "partnership",
    evidence: "partnership",
    promise_proposal: "partnership",
  },
  companyRows,
  personal: [personal],
  partnersWrite: { evidence: ["insert", "update"], occurrence: ["update"], promise_proposal: ["insert", "update"] },
  actions,
  events,
  attention,
  signals,
  figures: [figures],
  jobs,
  news,
  importable: [importable],
  subjects,
  linkActs,
  demo,
  fixture,
})
