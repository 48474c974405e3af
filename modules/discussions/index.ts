/**
 * A discussion is what people say to each other about one thing: a thread of comments, shared with every party or kept to one.
 * It is not a note (what somebody knows of a partnership), nor the record of what happened (the ledger).
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { companyRows } from "./companyRows.ts"
import { demo } from "./demo.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { news } from "./news.ts"
import { personal } from "./personal.ts"
import { search } from "./search.ts"
import { subjects } from "./subjects.ts"

export { longestComment } from "./rules.ts"
export { sayIn } from "./said.ts"

export const discussions = defineModule("discussions", {
  tables: { thread: "partnership with privacy", comment: "partnership with privacy", thread_read: "person" },
  companyRows,
  personal: [personal],
  partnersWrite: { comment: ["insert", "update"], thread: ["insert", "update"], thread_read: ["insert", "update"] },
  actions,
  events,
  news,
  search,
  subjects,
  demo,
  importable: [importable],
  fixture,
})
