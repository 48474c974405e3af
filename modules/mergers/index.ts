/**
 * A merger makes one company of two, or two of one, by hand, and can be undone: everything that names the one names the other from then on.
 * It is not an import's doubt about which company a row means, and it never makes one partnership of two.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { jobs } from "./jobs.ts"
import { personal } from "./personal.ts"

export const mergers = defineModule("mergers", {
  tables: { merger: "host", merger_move: "host" },
  personal: [personal],
  actions,
  events,
  jobs,
  fixture,
})
