/**
 * An objective is a signed goal: how much of what by when, along which curve, and how far it has come.
 * It is not a promise of one side (a commitment), and not the figures themselves (measurements).
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { companyRows } from "./companyRows.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { personal } from "./personal.ts"

export { amendObjectives } from "./amend.ts"
export { objectiveFields, objectiveOf, objectiveTable } from "./importable.ts"
export { insertObjectives, standingObjectives, versionsIn as objectiveVersions } from "./store.ts"

export const objectives = defineModule("objectives", {
  tables: { objective: "partnership" },
  companyRows,
  personal: [personal],
  actions,
  importable: [importable],
  fixture,
})
