/**
 * A program says what partners are given and what for: tiers, what each asks for, who is in it and how they stand. It is not the
 * agreement with a partner, and none of its facts: deals, values and agreements lie in their own modules, certificates of people here.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { tierAppeal } from "./approvable.ts"
import { companyRows } from "./companyRows.ts"
import { demo } from "./demo.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { jobs } from "./jobs.ts"
import { news } from "./news.ts"
import { personal } from "./personal.ts"

export const programs = defineModule("programs", {
  tables: {
    program: "host",
    program_version: "host",
    enrolment: "partnership",
    program_evaluation: "partnership",
    certificate: "organization",
    tier_appeal: "partnership",
  },
  partnersWrite: { tier_appeal: ["insert", "update"] },
  personal: [personal],
  companyRows,
  actions,
  events,
  jobs,
  news,
  demo,
  importable: [importable],
  approvables: [tierAppeal],
  fixture,
})
