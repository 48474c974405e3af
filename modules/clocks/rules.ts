export * from "./rules/calendar.ts"
export * from "./rules/clock.ts"
export * from "./rules/target.ts"
