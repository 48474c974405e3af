/**
 * A visit is a day on which people of one company are at the other's.
 * It is not a meeting of a governance body, and what came of it is an activity.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { attention } from "./attention.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { news } from "./news.ts"
import { search } from "./search.ts"
import { signals } from "./signals.ts"

export const visits = defineModule("visits", {
  tables: { visit: "partnership" },
  actions,
  events,
  signals,
  search,
  attention,
  news,
  fixture,
})
