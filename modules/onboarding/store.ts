export * from "./store/onboardings.ts"
export * from "./store/plans.ts"
