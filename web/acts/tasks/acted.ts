import type { TaskView } from "#contract/tasks"

/** What it takes to act on a task; every list of tasks ships it. */
export type ActedTask = Pick<
  TaskView,
  "id" | "title" | "state" | "dueOn" | "owner" | "owedBy" | "needsEvidence" | "abilities"
>
