/**
 * Home gathers what needs a person today from every module: promises, answers, tasks, days of agreements, drift.
 * It decides nothing and holds only what somebody has put off; each thing is acted on where it belongs.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { fixture } from "./fixture.ts"
import { personal } from "./personal.ts"

export const home = defineModule("home", { tables: { snooze: "person" }, personal: [personal], actions, fixture })
