/** All SQL of discussions. */
export * from "./store/comment.ts"
export * from "./store/people.ts"
export * from "./store/saying.ts"
export * from "./store/thread.ts"
