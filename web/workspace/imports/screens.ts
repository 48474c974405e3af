import type { Screens } from "#client/area"

/** The demo imports nothing; test/e2e/importing.test.ts walks through every state of a run. */
export const screens: Screens = { "imports/$run": async () => [] }
