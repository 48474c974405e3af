export * from "./store/cases.ts"
export * from "./store/findings.ts"
export * from "./store/scans.ts"
export * from "./store/subjects.ts"
