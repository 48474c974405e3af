/** Pure rules of onboarding: how one stands, what it hangs on, whose delay it is, and how one of a type begins. */
export * from "./rules/beginning.ts"
export * from "./rules/results.ts"
export * from "./rules/standing.ts"
export * from "./rules/timeToValue.ts"
