/**
 * A measurement is the value of a signal over a period: revenue of a week, answer time of a month, whatever a company counts.
 * It is not the signal itself (its meaning is in signals); a later value for the same period replaces an earlier one, and both are kept.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { companyRows } from "./companyRows.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { personal } from "./personal.ts"
import { signals } from "./signals.ts"

export { firstAboveZero, hasMeasurements, measuredOf, measuredSum, oldestMeasured, sharedMeasured } from "./facts.ts"
export { mayRecordMeasurement } from "./policy.ts"
export { type Counted, countedSorts, tellsOfSame } from "./rules.ts"
export { chosenSources } from "./sources.ts"

export const measurements = defineModule("measurements", {
  tables: { measurement: "partnership with privacy", signal_source: "host" },
  companyRows,
  personal: [personal],
  actions,
  events,
  signals,
  importable: [importable],
  fixture,
})
