import { useTranslation } from "react-i18next"
import { TaskMark } from "#acts/tasks/TaskMark"
import type { tasksWaiting } from "#contract/tasks"
import type { ItemsOf } from "#core/attention"
import { useFormat } from "#ui/text"

/** What a task of the day's plan is, and how it stands. */
export const WaitingTask = ({ task }: { task: ItemsOf<typeof tasksWaiting>[number] }) => {
  const { t } = useTranslation("tasks")
  const format = useFormat()
  if (task.isOverdue)
    return (
      <>
        <TaskMark task={task} />
        {task.dueOn === null ? null : ` ${t("home.since", { date: format.day(task.dueOn) })}`}
      </>
    )
  return task.dueOn === null ? t("home.task") : `${t("home.task")} · ${t("due", { date: format.day(task.dueOn) })}`
}
