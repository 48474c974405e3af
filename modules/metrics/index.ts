/**
 * A metric is what can be counted of a partnership: its key, what kind of number it is, whose act it shows and which way is worse.
 * It is not a value (a measurement), and not its weekly course in one partnership (a signal).
 */

import { defineModule } from "#platform/module"

export { catalogue, findSignal, inferSignal } from "./rules.ts"

export const metrics = defineModule("metrics")
