/**
 * The audit page reads the ledger across a whole workspace. Writing the ledger is every module's own act (`tx.record`),
 * and one partnership's timeline belongs to activities. Beside it, what happened at the doors: a read model, which holds nothing itself.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { jobs } from "./jobs.ts"

export const audit = defineModule("audit", { actions, events, fixture, jobs })
