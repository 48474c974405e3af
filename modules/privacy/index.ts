/**
 * Privacy: what is kept about one person, and that they are taken out of it: erased in names, kept in counts. What each table holds of
 * people is said by its own module (`personal`); how long other things are kept is said by theirs.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { jobs } from "./jobs.ts"
import { personal } from "./personal.ts"
import { retained } from "./retained.ts"

export const privacy = defineModule("privacy", {
  tables: { erasure: "host", retention: "host" },
  personal: [personal],
  actions,
  events,
  jobs,
  retained,
  fixture,
})
