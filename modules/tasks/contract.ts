export * from "./contract/plans.ts"
export type { Due, Neighbour, TaskView } from "./contract/shapes.ts"
export * from "./contract/tasks.ts"
