/**
 * Recruitment looks for partners: what one should be like (an ideal profile), who might be one (a candidate), what colleagues think of it,
 * each by themselves (assessments), and what was decided. Whoever wants to be one applies by a public form (an application). It is not the relationship that comes of it (a partnership).
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { applicationByLink } from "./applying/stateLink.ts"
import { attention } from "./attention.ts"
import { belongings } from "./belongings.ts"
import { companyRows } from "./companyRows.ts"
import { demo } from "./demo.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { news } from "./news.ts"
import { personal } from "./personal.ts"
import { retained } from "./retained.ts"
import { search } from "./search.ts"

export { formDoor } from "./applying/door.ts"

export const recruitment = defineModule("recruitment", {
  tables: {
    ideal_profile: "host",
    ideal_profile_version: "host",
    candidate: "host",
    assessment: "host",
    assessment_answers: "host",
    candidate_decision: "host",
    conflict_entry: "host",
    coverage_target: "host",
    partnership_lesson: "host",
    application_form: "host",
    application: "host",
  },
  personal: [personal],
  belongings,
  companyRows,
  attention,
  demo,
  actions,
  events,
  news,
  retained,
  search,
  importable: [importable],
  linkActs: [applicationByLink],
  fixture,
})
