/**
 * Due diligence is what a company is asked to show before and while one works with it, the evidence of each item and until when it holds.
 * It is not what colleagues think of the company (an assessment), nor what was signed with it (agreements).
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { attention } from "./attention.ts"
import { belongings } from "./belongings.ts"
import { companyRows } from "./companyRows.ts"
import { demo } from "./demo.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { jobs } from "./jobs.ts"
import { news } from "./news.ts"
import { personal } from "./personal.ts"

export { tellDiligence } from "./demo.ts"
export { diligenceOf, restDiligence } from "./standing.ts"

export const diligence = defineModule("diligence", {
  tables: { diligence_list: "host", diligence_item: "host", diligence_round: "host" },
  personal: [personal],
  belongings,
  companyRows,
  attention,
  actions,
  events,
  jobs,
  news,
  demo,
  importable: [importable],
  fixture,
})
