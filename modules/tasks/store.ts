/** All SQL of tasks and plans. */
export * from "./store/plan.ts"
export * from "./store/register.ts"
export * from "./store/task.ts"
export * from "./store/template.ts"
export * from "./store/turned.ts"
export * from "./store/waiting.ts"
