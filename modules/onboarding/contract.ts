export * from "./contract/onboardings.ts"
export * from "./contract/plans.ts"
