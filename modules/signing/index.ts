/**
 * Signing is how what all parties hold to be the text of an agreement comes to bind them: who signs for whom, in which order, how they
 * were known, and what became of it. It is not the text nor its versions (agreements), and not the seal on the finished file (seals).
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { attention } from "./attention.ts"
import { signByLink } from "./byLink.ts"
import { companyRows } from "./companyRows.ts"
import { demo } from "./demo.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { jobs } from "./jobs.ts"
import { news } from "./news.ts"
import { personal } from "./personal.ts"
import { draftsBeingSigned } from "./store.ts"
import { subjects } from "./subjects.ts"

export const signing = defineModule("signing", {
  tables: { agreement_signing: "partnership", agreement_signer: "partnership" },
  partnersWrite: { agreement_signing: ["update"], agreement_signer: ["insert", "update"] },
  personal: [personal],
  companyRows,
  holds: [{ of: "agreement_draft", refusal: "being-signed", heldNow: draftsBeingSigned }],
  linkActs: [signByLink],
  attention,
  actions,
  demo: [demo],
  events,
  jobs,
  news,
  importable: [importable],
  subjects,
  fixture,
})
