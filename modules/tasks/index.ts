/**
 * A task is something one party does by a day, on whatever others let be attached to; a plan makes many of them in their order.
 * It is not what a side has promised in an agreement (a commitment): nobody's record of kept promises counts it.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { attention } from "./attention.ts"
import { belongings } from "./belongings.ts"
import { companyRows } from "./companyRows.ts"
import { demo } from "./demo.ts"
import { events } from "./events.ts"

export { forecastOf } from "./board.ts"
export { tellPlan } from "./demo.ts"
export { taskDone, taskSkipped, tasksTurned } from "./events.ts"
export { isOverdueIn, nextTaskAbout } from "./facts.ts"
export { type Grant, keptClosedBy, type Step } from "./rules.ts"
export { readStart, startOn } from "./starting.ts"
export { findTemplate, listTemplates, type TaskRow, tasksById, tasksOfPlans, templatesById, turnedAt } from "./store.ts"
export { taskViews } from "./view.ts"
export { writeTemplate } from "./writing.ts"

import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { jobs } from "./jobs.ts"
import { linkActs } from "./linkActs.ts"
import { news } from "./news.ts"
import { personal } from "./personal.ts"
import { subjects } from "./subjects.ts"

export const tasks = defineModule("tasks", {
  tables: {
    plan_template: "host",
    plan_edition: "host",
    plan: "partnership with privacy",
    task: "partnership with privacy",
  },
  companyRows,
  personal: [personal],
  belongings,
  partnersWrite: { task: ["insert", "update"] },
  actions,
  events,
  demo,
  attention,
  jobs,
  linkActs,
  news,
  subjects,
  importable: [importable],
  fixture,
})
