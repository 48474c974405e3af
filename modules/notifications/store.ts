/** All SQL of notifications. */
export * from "./store/list.ts"
export * from "./store/mail.ts"
export * from "./store/old.ts"
export * from "./store/preference.ts"
export * from "./store/tell.ts"
