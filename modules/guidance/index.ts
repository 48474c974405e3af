/**
 * Guidance leads a person through a workspace's first hour: what its file said, and the steps that are worth taking next.
 * It is not a tour and keeps no progress: whether a step is done is read from what is there, and only what a person dismissed is kept.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { fixture } from "./fixture.ts"
import { personal } from "./personal.ts"

export const guidance = defineModule("guidance", {
  tables: { dismissed_step: "person" },
  personal: [personal],
  actions,
  fixture,
})
