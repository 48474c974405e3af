/**
 * The attention condition is what a workspace says for itself: when does a partnership need somebody to look at it?
 * It is not a finding of drift, which says what has changed; and it decides nothing, it only marks.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { personal } from "./personal.ts"

export { askAttention } from "./ask.ts"
export type { AttentionVerdict } from "./contract.ts"

export const conditions = defineModule("conditions", {
  tables: { attention_condition: "host" },
  personal: [personal],
  actions,
  events,
  fixture,
})
