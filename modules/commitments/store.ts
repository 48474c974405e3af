/** All SQL of promises. */
export * from "./store/commitment.ts"
export * from "./store/dueStates.ts"
export * from "./store/evidence.ts"
export * from "./store/lastAct.ts"
export * from "./store/occurrence.ts"
export * from "./store/register.ts"
export * from "./store/turned.ts"
export * from "./store/waiting.ts"
