export const taskStates = ["open", "done", "skipped"] as const
export type TaskState = (typeof taskStates)[number]

/** Tasks on one thing; more is no plan anybody reads. */
export const mostTasks = 500
/** Tasks one task may wait for. */
export const mostWaits = 20
