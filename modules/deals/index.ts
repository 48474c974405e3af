/**
 * A deal is one customer's business that a partner registered, or the host passed on, and what became of it.
 * It is not an objective (what both want in a year); its clock and its end feed the signals.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { attention } from "./attention.ts"
import { companyRows } from "./companyRows.ts"
import { demo } from "./demo.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { jobs } from "./jobs.ts"
import { news } from "./news.ts"
import { personal } from "./personal.ts"
import { signals } from "./signals.ts"

export { firstRegistered, hasDeals, withDeals, wonDealsOf } from "./facts.ts"
export { insertDeal } from "./store.ts"

export const deals = defineModule("deals", {
  tables: { deal: "partnership" },
  companyRows,
  personal: [personal],
  partnersWrite: { deal: ["insert", "update"] },
  actions,
  events,
  attention,
  demo,
  jobs,
  news,
  signals,
  importable: [importable],
  fixture,
})
