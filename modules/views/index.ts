/**
 * A saved view is a page's filters and order under a name, for oneself or for all of the host's people;
 * whoever sees it may pin it into their navigation. It is not what the page shows, and knows nothing of it: the page reads its own search back.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { fixture } from "./fixture.ts"
import { personal } from "./personal.ts"

export const views = defineModule("views", {
  tables: { saved_view: "host", pinned_view: "person" },
  personal: [personal],
  actions,
  fixture,
})
