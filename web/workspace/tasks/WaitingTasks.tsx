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
import { useFormat } from "#ui/text"
import classes from "./WaitingTasks.module.css"

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
        <p className={classes.nothing}>{t("home.none")}</p>
      ) : (
        <ul className={classes.list}>
          {items.map((task) => (
            <li key={task.id} className={classes.row}>
              <div className={classes.words}>
                <span className={classes.name}>{task.title}</span>
                <span className={classes.detail}>
                  <Anchor component={Link} to={partnershipPath(slug, task.partnershipId)} hash="tasks" c="inherit">
                    {task.partnershipName}
                  </Anchor>
                  {task.dueOn ? ` · ${t("due", { date: format.day(task.dueOn) })}` : null}
                </span>
              </div>
              <div className={classes.end}>
                {task.isOverdue ? <TaskMark task={task} /> : null}
                <TaskActs task={task} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
