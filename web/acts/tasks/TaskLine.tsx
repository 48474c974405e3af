import { Anchor } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { TaskView } from "#contract/tasks"
import { Row, RowLine } from "#ui/Rows"
import { SideBadge } from "#ui/SideBadge"
import { useFormat } from "#ui/text"
import { VisibilityLock } from "#ui/VisibilityLock"
import { Opens } from "./Opens.tsx"
import { TaskActs } from "./TaskActs.tsx"
import { TaskMark } from "./TaskMark.tsx"
import classes from "./tasks.module.css"
import { useDated, useWaits } from "./words.tsx"

/** One task: what, who, by when and why then, and what it waits for. */
export const TaskLine = ({ task }: { task: TaskView }) => {
  const { t } = useTranslation("tasks")
  const waits = useWaits()(task)
  const dated = useDated()(task)
  const { title, description, owedBy, partyId, partyName, owner, visibility, isOptional, reDated, note, link } = task
  return (
    <Row
      isLong
      name={task.state === "skipped" ? <s className={classes.skipped}>{title}</s> : title}
      lines={
        <>
          <span className={classes.meta}>
            <SideBadge side={owedBy} party={partyId} name={partyName} />
            {owner ? (
              <span data-warn={owner.hasLeft || undefined}>
                {owner.hasLeft ? t("nobodyHolds", { name: owner.name }) : owner.name}
              </span>
            ) : null}
            <WhenText task={task} />
            {isOptional ? <span>{t("optional")}</span> : null}
            {task.needsEvidence && task.state === "open" ? <span>{t("needsEvidence")}</span> : null}
            {reDated > 0 ? <span>{t("moved", { count: reDated })}</span> : null}
            <VisibilityLock visibility={visibility} />
          </span>
          {waits ? <RowLine>{waits}</RowLine> : null}
          {dated && task.state === "open" ? <RowLine>{dated}</RowLine> : null}
          {description ? <span className={classes.description}>{description}</span> : null}
          <Opens grants={task.grants} state={task.state} />
          {note || link ? (
            <RowLine>
              {note}{" "}
              {link ? (
                <Anchor href={link} target="_blank" rel="noreferrer">
                  {t("evidence")}
                </Anchor>
              ) : null}
            </RowLine>
          ) : null}
        </>
      }
      end={
        <>
          <TaskMark task={task} />
          <TaskActs task={task} />
        </>
      }
    />
  )
}

/** The day it is due or was done, and how late. */
export const WhenText = ({
  task,
}: {
  task: Pick<TaskView, "state" | "dueOn" | "closedOn" | "reason" | "workdaysLate" | "isOverdue">
}) => {
  const { t } = useTranslation("tasks")
  const format = useFormat()
  const { state, dueOn, closedOn, reason, workdaysLate } = task
  const late = workdaysLate > 0 ? `, ${t("late", { count: workdaysLate })}` : ""
  if (state === "done")
    return (
      <span>
        {t("doneOn", { date: format.date(closedOn ?? "") })}
        {late}
      </span>
    )
  if (state === "skipped") return <span>{t("skippedOn", { date: format.date(closedOn ?? ""), reason })}</span>
  if (dueOn === null) return <span>{t("noDay")}</span>
  const date = format.date(dueOn)
  if (!task.isOverdue) return <span>{t("due", { date })}</span>
  return (
    <span data-warn>
      {workdaysLate > 0 ? t("overdue", { count: workdaysLate, date }) : t("overdueToday", { date })}
    </span>
  )
}
