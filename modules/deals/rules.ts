/** Pure rules of registered deals: their states and moves, and what is known of the time that runs for the host's answer. */
export * from "./rules/asked.ts"
export * from "./rules/moves.ts"
