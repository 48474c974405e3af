/**
 * An activity is something that happened between the two companies: a meeting, a mail, a change one side made.
 * It is not a promise (a commitment) and not a number (a measurement); a wrong one is retracted, never edited or deleted.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { companyRows } from "./companyRows.ts"
import { events } from "./events.ts"
import { figures } from "./figures.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { personal } from "./personal.ts"
import { signals } from "./signals.ts"

export { hasActivities, lastActivity, rareActs } from "./facts.ts"
export { areActivitiesOf, insertActivity } from "./store/activity.ts"

export const activities = defineModule("activities", {
  tables: { activity: "partnership with privacy" },
  companyRows,
  personal: [personal],
  partnersWrite: { activity: ["insert", "update"] },
  actions,
  events,
  signals,
  figures: [figures],
  importable: [importable],
  fixture,
})
