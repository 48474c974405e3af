/**
 * An onboarding is how a partner gets from a signed agreement to its first result: a plan of steps of both sides, what each opens, and who
 * holds it up. It is not the steps themselves (tasks), nor what was agreed (agreements).
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { companyRows } from "./companyRows.ts"
import { demo } from "./demo.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { gates } from "./gate.ts"
import { importable } from "./importable.ts"
import { jobs } from "./jobs.ts"
import { news } from "./news.ts"
import { personal } from "./personal.ts"

export const onboarding = defineModule("onboarding", {
  tables: { onboarding_plan: "host", onboarding: "partnership" },
  companyRows,
  personal: [personal],
  actions,
  events,
  demo,
  gates,
  jobs,
  news,
  importable: [importable],
  fixture,
})
