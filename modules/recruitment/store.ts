export * from "./store/assessments.ts"
export * from "./store/candidates.ts"
export * from "./store/conflicts.ts"
export * from "./store/profiles.ts"
