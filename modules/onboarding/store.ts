export * from "./store/firstValues.ts"
export * from "./store/onboardings.ts"
export * from "./store/plans.ts"
