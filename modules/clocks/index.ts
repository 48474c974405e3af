/**
 * A clock is a promised time on its way for one thing, in the business hours of whoever answers: it runs, waits while a question is out,
 * and ends in time or late. It is not a promise with a day on the calendar (a commitment), and not what time it is (platform/clock).
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { companyRows } from "./companyRows.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { jobs } from "./jobs.ts"
import { personal } from "./personal.ts"

export { followAgreed, saveAgreedTargets } from "./agreed.ts"
export { clockBreached, clockStopped, clockVoided, clockWarned } from "./events.ts"
export { isGoingIn, isLateIn, isPausedIn, isSettledIn } from "./facts.ts"
export { clockEnds, clockViews, findClockOf, lockClockById } from "./read.ts"
export { holderOf, type PromiseKind } from "./rules.ts"
export { answeredOn, askedOn, cancelClock, resumeClock, startClock, stopClock, voidClocks } from "./run.ts"

export const clocks = defineModule("clocks", {
  tables: {
    calendar: "every partner",
    response_target: "every partner",
    clock: "partnership",
    agreed_target: "partnership",
  },
  companyRows,
  personal: [personal],
  partnersWrite: { clock: ["insert", "update"] },
  actions,
  events,
  jobs,
  importable: [importable],
  fixture,
})
