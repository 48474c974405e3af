/** Pure rules of onboarding: how one stands, what it hangs on, whose delay it is, and how one of a type begins; and the stage that follows from it. */
export * from "./rules/beginning.ts"
export * from "./rules/results.ts"
export * from "./rules/stage.ts"
export * from "./rules/standing.ts"
export * from "./rules/timeToValue.ts"
