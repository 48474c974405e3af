/**
 * Drift is a partnership's lasting departure from its promised or usual level: when it began, why, and which side let go first.
 * It is not a signal (one series) and not a health score; a case is a drift that was shown to people, and what they decided.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { attention } from "./attention.ts"
import { companyRows } from "./companyRows.ts"
import { events } from "./events.ts"
import { figures } from "./figures.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { jobs } from "./jobs.ts"
import { news } from "./news.ts"
import { personal } from "./personal.ts"
import { subjects } from "./subjects.ts"

export type { DriftStanding } from "./contract.ts"
export { causeConfirmed } from "./events.ts"
export { driftStanding, isDriftingIn, isSilentIn, standingIn } from "./facts.ts"
export { judgingNow, saidOf } from "./firstLook.ts"
export { runScan } from "./scan.ts"
export { scanEverything } from "./scanEverything.ts"
export { isSomethingSaid } from "./store.ts"

export const drift = defineModule("drift", {
  tables: { drift_finding: "host", drift_case: "host", drift_scan: "host" },
  companyRows,
  personal: [personal],
  actions,
  events,
  attention,
  figures: [figures],
  jobs,
  news,
  importable: [importable],
  subjects,
  fixture,
})
