import { type AttentionPanel, attentionPanel } from "#client/attention"
import { tasksWaiting } from "#contract/tasks"
import { WaitingTasks } from "./WaitingTasks.tsx"

export const panels: readonly AttentionPanel[] = [
  attentionPanel(tasksWaiting, { column: "left", order: 15, Panel: WaitingTasks }),
]
