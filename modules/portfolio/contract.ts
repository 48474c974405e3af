export * from "./contract/partnerships.ts"
export * from "./contract/search.ts"
export * from "./contract/summary.ts"
export * from "./contract/views.ts"
