/**
 * A signal is a weekly series of one partnership, derived from facts and rebuilt when they change.
 * It is not a fact itself, and says nothing about what a change means: that is drift.
 */

import { defineModule } from "#platform/module"
import { companyRows } from "./companyRows.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { personal } from "./personal.ts"

export { buildSeries, rebuildSeries } from "./build.ts"
export { recordEnds } from "./ends.ts"
export { weeklyHealth } from "./health.ts"
export { readSeries, type Series, weeksOf } from "./rules.ts"
export { markStale, markStaleWhere, staleAmong, takeStale } from "./stale.ts"
export { readStored } from "./store.ts"
export { type ToldTwice, toldTwice } from "./twice.ts"

export const signals = defineModule("signals", {
  tables: { signal_series: "host", stale_partnership: "partnership" },
  companyRows,
  personal: [personal],
  partnersWrite: { stale_partnership: ["insert", "update"] },
  importable: [importable],
  fixture,
})
