/**
 * The portfolio shows each partnership with what follows from what happens in it: promises kept, drift, next end, last contact.
 * It is a read model: it holds nothing but what follows from others, so that it can be sorted by it, and decides nothing; the record itself is changed in partnerships.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { companyRows } from "./companyRows.ts"
import { events } from "./events.ts"
import { figures } from "./figures.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { jobs } from "./jobs.ts"
import { personal } from "./personal.ts"
import { overviewByLink } from "./sharing/overviewByLink.ts"

export { differences } from "./store/keep.ts"
export { columnsOf, lined, refresherOf } from "./store/refresh.ts"

export const portfolio = defineModule("portfolio", {
  tables: { partnership_figures: "host" },
  figures: [figures],
  companyRows,
  personal: [personal],
  importable: [importable],
  actions,
  events,
  jobs,
  linkActs: [overviewByLink],
  fixture,
})
