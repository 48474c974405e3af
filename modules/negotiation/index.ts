/**
 * Negotiation is how both sides come to hold the same words: what one proposes of a clause or a term, and what the other answers.
 * It is not the words themselves nor their versions (agreements), and nothing in it binds anybody.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { attention } from "./attention.ts"
import { companyRows } from "./companyRows.ts"
import { demo } from "./demo.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { news } from "./news.ts"
import { personal } from "./personal.ts"
import { subjects } from "./subjects.ts"

export const negotiation = defineModule("negotiation", {
  tables: { clause_proposal: "partnership with privacy" },
  partnersWrite: { clause_proposal: ["insert", "update"] },
  personal: [personal],
  companyRows,
  actions,
  events,
  demo: [demo],
  importable: [importable],
  attention,
  news,
  subjects,
  fixture,
})
