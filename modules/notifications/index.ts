/**
 * A notification tells one person what happened in a partnership they answer for, in the list and by mail, as they chose.
 * It is not the record of what happened (the ledger), and nobody else sees it.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { fixture } from "./fixture.ts"
import { jobsFor } from "./jobs.ts"
import { personal } from "./personal.ts"
import { retained } from "./retained.ts"

export const notifications = defineModule("notifications", {
  tables: { notification: "person", notification_preference: "person" },
  personal: [personal],
  retained,
  partnersWrite: { notification: ["update"], notification_preference: ["insert", "update"] },
  actions,
  jobs: jobsFor,
  fixture,
})
