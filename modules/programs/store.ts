export * from "./store/certificates.ts"
export * from "./store/enrolments.ts"
export * from "./store/facts.ts"
export * from "./store/programs.ts"
