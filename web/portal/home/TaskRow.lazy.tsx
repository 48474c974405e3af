import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { TaskActs } from "#acts/tasks/TaskActs"
import { TaskMark } from "#acts/tasks/TaskMark"
import { useToday } from "#client/useToday"
import { daysBetween } from "#core/time"
import { Row, RowLine } from "#ui/Rows"
import { useFormat } from "#ui/text"
import type { DeskTask } from "./desk.ts"

/** A task of one's company among what it owes, said to be one, with who does it. */
const TaskRow = ({ task, with: { name, to } }: { task: DeskTask; with: { name: string; to: string } }) => {
  const { t } = useTranslation(["portal/home", "acts"])
  const format = useFormat()
  const today = useToday()
  const { dueOn, owner } = task
  const due = (on: string) =>
    task.isOverdue && on < today
      ? t("acts:when.overdue", { count: daysBetween(on, today), date: format.day(on) })
      : t("acts:when.due", { date: format.day(on) })
  return (
    <Row
      name={task.title}
      lines={
        <RowLine>
          {t("task")} ·{" "}
          <Anchor component={Link} to={to} hash="tasks" c="inherit">
            {name}
          </Anchor>
          {dueOn === null ? null : ` · ${due(dueOn)}`}
          {owner ? ` · ${owner.name}` : null}
        </RowLine>
      }
      end={
        <>
          {task.isOverdue ? <TaskMark task={task} /> : null}
          <TaskActs task={task} />
        </>
      }
    />
  )
}

export default TaskRow
