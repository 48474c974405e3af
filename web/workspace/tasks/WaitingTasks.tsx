import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { TaskActs } from "#acts/tasks/TaskActs"
import { TaskMark } from "#acts/tasks/TaskMark"
import type { tasksWaiting } from "#contract/tasks"
import type { ItemsOf } from "#core/attention"
import { partnershipPath } from "#paths/partnership"
import { tasksPath } from "#paths/tasks"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows, RowsNote } from "#ui/Rows"
import { useFormat } from "#ui/text"

/** One's own tasks on the home page, the longest overdue first. */
export const WaitingTasks = ({ items, slug }: { items: ItemsOf<typeof tasksWaiting>; slug: string }) => {
  const { t } = useTranslation("tasks")
  const format = useFormat()
  return (
    <Panel
      title={t("home.title")}
      hint={t("home.hint")}
      isFlush
      aside={
        <Anchor component={Link} to={tasksPath(slug)} size="sm">
          {t("home.all")}
        </Anchor>
      }
    >
      {items.length === 0 ? (
        <RowsNote>{t("home.none")}</RowsNote>
      ) : (
        <Rows>
          {items.map((task) => (
            <Row
              key={task.id}
              name={task.title}
              lines={
                <RowLine>
                  <Anchor component={Link} to={partnershipPath(slug, task.partnershipId)} hash="tasks" c="inherit">
                    {task.partnershipName}
                  </Anchor>
                  {task.dueOn ? ` · ${t("due", { date: format.day(task.dueOn) })}` : null}
                </RowLine>
              }
              end={
                <>
                  {task.isOverdue ? <TaskMark task={task} /> : null}
                  <TaskActs task={task} />
                </>
              }
            />
          ))}
        </Rows>
      )}
    </Panel>
  )
}
