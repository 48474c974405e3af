import { TaskActs } from "#acts/tasks/TaskActs"
import { act } from "#client/act"
import { type AttentionPlan, attentionPlan } from "#client/attention"
import { finishTask, reopenTask, tasksWaiting } from "#contract/tasks"
import { partnershipWorkPath } from "#paths/partnership"
import { WaitingTask } from "./WaitingTask.tsx"

export const plans: readonly AttentionPlan[] = [
  attentionPlan(tasksWaiting, 15, (task, { slug }) => ({
    title: task.title,
    partnershipName: task.partnershipName ?? "",
    link: { to: partnershipWorkPath(slug, task.partnershipId) },
    words: <WaitingTask task={task} />,
    end: <TaskActs task={task} />,
    ...(task.abilities.done === true
      ? {
          done: async () => {
            await act(finishTask, { params: { task: task.id }, input: {} })
            return () => act(reopenTask, { params: { task: task.id } })
          },
        }
      : {}),
  })),
]
