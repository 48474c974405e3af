/** All SQL of due diligence. */
export * from "./store/items.ts"
export * from "./store/lists.ts"
export * from "./store/rounds.ts"
export * from "./store/turned.ts"
export * from "./store/waiting.ts"
