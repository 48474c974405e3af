import type { Instant } from "#core/time"

/** What time it is. The product uses the machine's; a story or a test brings its own. */
export type Clock = Readonly<{ now(): Instant }>

export const machineClock: Clock = { now: () => new Date().toISOString() }
