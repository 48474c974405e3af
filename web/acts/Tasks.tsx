import { Button } from "@mantine/core"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useEndpoint } from "#client/useEndpoint"
import { getTasksOf } from "#contract/tasks"
import type { OutputOf } from "#core/endpoint"
import { ActionButton } from "#ui/ActionButton"
import { Panel } from "#ui/Panel"
import { Rows, RowsNote } from "#ui/Rows"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { useNameOf, useWhose } from "#ui/viewer"
import { useCompanies } from "./CompanyField.tsx"
import { AddTask, type Doer, type Subject } from "./tasks/AddTask.tsx"
import { TaskLine } from "./tasks/TaskLine.tsx"
import classes from "./tasks/tasks.module.css"

const StartPlan = lazy(() => import("./tasks/StartPlan.lazy.tsx"))
const MovePlan = lazy(() => import("./tasks/MovePlan.lazy.tsx"))

type Shown = OutputOf<typeof getTasksOf>
type Plan = Shown["plans"][number]

/** Everything there is to do about one thing, by both sides, with room to write down the next. */
export const Tasks = ({ subject, partnershipId }: { subject: Subject; partnershipId: string }) => {
  const { t } = useTranslation("tasks")
  const found = useEndpoint(getTasksOf, { query: { subjectKind: subject.kind, subjectId: subject.id } })
  const [isStarting, setStarting] = useState(false)
  const shown = found.data
  const mayStart = shown?.abilities.startPlan
  return (
    <Panel
      title={t("title")}
      hint={shown && shown.items.length > 0 ? t("hint", { count: shown.items.length, done: shown.done }) : undefined}
      aside={
        mayStart === true ? (
          <ActionButton variant="default" disabledReason={reasonOf(mayStart)} onClick={() => setStarting(true)}>
            {t("plan.start")}
          </ActionButton>
        ) : null
      }
    >
      <Loaded from={found}>{(board) => <Board board={board} subject={subject} partnershipId={partnershipId} />}</Loaded>
      <Suspense>
        {isStarting ? (
          <StartPlan subject={subject} partnershipId={partnershipId} onClose={() => setStarting(false)} />
        ) : null}
      </Suspense>
    </Panel>
  )
}

type BoardProps = { board: Shown; subject: Subject; partnershipId: string }

const Board = ({ board, subject, partnershipId }: BoardProps) => {
  const { t } = useTranslation("tasks")
  const [showsDone, setShowsDone] = useState(false)
  const doers = useDoers(board, partnershipId)
  const open = board.items.filter(({ state }) => state === "open")
  const closed = board.items.length - open.length
  const shown = showsDone ? board.items : open
  return (
    <>
      {board.plans.length > 0 ? <Plans plans={board.plans} mayMove={board.abilities.startPlan === true} /> : null}
      {board.items.length === 0 ? (
        <RowsNote>{t(nothingYet(board, doers))}</RowsNote>
      ) : (
        <Rows>
          {shown.map((task) => (
            <TaskLine key={task.id} task={task} />
          ))}
        </Rows>
      )}
      {closed > 0 ? (
        <Button
          className={classes.more}
          variant="subtle"
          size="xs"
          aria-expanded={showsDone}
          onClick={() => setShowsDone(!showsDone)}
        >
          {showsDone ? t("hideDone") : t("showDone", { count: closed })}
        </Button>
      ) : null}
      {doers.length > 0 ? <AddTask subject={subject} doers={doers} /> : null}
    </>
  )
}

/** What there is to do about an empty list: only what this reader may. */
const nothingYet = ({ abilities }: Shown, doers: readonly Doer[]) => {
  if (doers.length === 0) return "emptyForReader"
  return abilities.startPlan === true ? "empty" : "emptyToWrite"
}

/** Who can be given something to do here, the reader's own side first. */
const useDoers = ({ abilities }: Shown, partnershipId: string): readonly Doer[] => {
  const { t } = useTranslation("ui")
  const whose = useWhose()
  const nameOf = useNameOf()
  const companies = useCompanies(partnershipId)
  const isHost = whose("host") === "ours"
  const label = (side: "host" | "partner") => nameOf(side) ?? t(`side.${whose(side)}`)
  const host: readonly Doer[] =
    abilities.createForHost === true ? [{ value: "host", label: label("host"), side: "host" }] : []
  if (abilities.createForPartner !== true) return host
  const several = isHost && companies.length > 1
  const partner: readonly Doer[] = several
    ? companies.map(({ id, name }) => ({ value: id, label: name, side: "partner", party: id }))
    : [{ value: "partner", label: label("partner"), side: "partner" }]
  return [...host, ...partner]
}

/** The plans that run here, and how far each is. */
const Plans = ({ plans, mayMove }: { plans: readonly Plan[]; mayMove: boolean }) => {
  const { t } = useTranslation("tasks")
  const format = useFormat()
  const [moved, move] = useState<Plan>()
  return (
    <>
      <ul className={classes.plans}>
        {plans.map((plan) => (
          <li key={plan.id}>
            {t("plan.progress", {
              ...{ name: plan.name, done: plan.done, tasks: plan.tasks, date: format.date(plan.startsOn) },
            })}{" "}
            {mayMove ? (
              <Button
                variant="subtle"
                size="compact-xs"
                aria-label={t("plan.move", { name: plan.name })}
                onClick={() => move(plan)}
              >
                {t("plan.moveAct")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Suspense>{moved ? <MovePlan plan={moved} onClose={() => move(undefined)} /> : null}</Suspense>
    </>
  )
}
