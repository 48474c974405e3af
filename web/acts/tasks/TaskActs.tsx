import { ActionIcon, Group } from "@mantine/core"
import { IconCheck, IconDots } from "@tabler/icons-react"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { act } from "#client/act"
import { reasonOf } from "#client/problem"
import { useSession } from "#client/session"
import { useAct } from "#client/useAct"
import { finishTask, giveTask, reopenTask } from "#contract/tasks"
import { Hint } from "#ui/Hint"
import { Menu, MenuItem } from "#ui/Menu"
import { useWhose } from "#ui/viewer"
import type { ActedTask } from "./acted.ts"

const EditTask = lazy(() => import("./EditTask.lazy.tsx"))
const FinishTask = lazy(() => import("./FinishTask.lazy.tsx"))
const SkipTask = lazy(() => import("./SkipTask.lazy.tsx"))
const ReDateTask = lazy(() => import("./ReDateTask.lazy.tsx"))

const dialogs = { edit: EditTask, doneWith: FinishTask, skip: SkipTask, reDate: ReDateTask } as const

/** What one may do with a task, where it is read: done with one press, taken back by the toast, the rest in a menu. */
export const TaskActs = ({ task }: { task: ActedTask }) => {
  const { t } = useTranslation("tasks")
  const [opened, open] = useState<keyof typeof dialogs>()
  const { user } = useSession()
  const whose = useWhose()
  const params = { task: task.id }
  const finish = useAct(finishTask, {
    done: ({ title }) => t("done.done", { title }),
    undo: () => act(reopenTask, { params }),
  })
  const reopen = useAct(reopenTask, { done: ({ title }) => t("done.reopened", { title }) })
  const take = useAct(giveTask, { done: ({ title }) => t("done.taken", { title }) })
  const { edit, done, skip, reopen: mayReopen } = task.abilities
  const reason = reasonOf(done)
  const mayTake = edit === true && task.owner?.isSelf !== true && whose(task.owedBy) === "ours"
  const Dialog = opened && dialogs[opened]
  const hasMore = edit === true || done === true || skip === true || mayReopen === true
  return (
    <Group gap={6} wrap="nowrap">
      {task.state === "open" ? (
        <Hint label={reason ?? t("finish.act")}>
          <ActionIcon
            variant="default"
            aria-label={t("act.done", { title: task.title })}
            {...(reason === undefined ? {} : { "aria-disabled": true, "data-disabled": true })}
            loading={finish.isPending}
            onClick={() => {
              if (reason !== undefined) return
              // What shows it is asked for before.
              if (task.needsEvidence) open("doneWith")
              else finish.mutate({ params, input: {} })
            }}
          >
            <IconCheck size={16} aria-hidden />
          </ActionIcon>
        </Hint>
      ) : null}
      {hasMore ? (
        <Menu
          target={
            <ActionIcon variant="subtle" color="gray" aria-label={t("act.more", { title: task.title })}>
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          }
        >
          {done === true ? <MenuItem onClick={() => open("doneWith")}>{t("act.doneWith")}</MenuItem> : null}
          {mayTake ? (
            <MenuItem onClick={() => take.mutate({ params, input: { ownerId: user.id } })}>{t("act.take")}</MenuItem>
          ) : null}
          {edit === true ? (
            <>
              <MenuItem onClick={() => open("reDate")}>{t("act.reDate")}</MenuItem>
              <MenuItem onClick={() => open("edit")}>{t("act.edit")}</MenuItem>
            </>
          ) : null}
          {skip === true ? <MenuItem onClick={() => open("skip")}>{t("act.skip")}</MenuItem> : null}
          {mayReopen === true ? <MenuItem onClick={() => reopen.mutate({ params })}>{t("act.reopen")}</MenuItem> : null}
        </Menu>
      ) : null}
      <Suspense>{Dialog ? <Dialog task={task} onClose={() => open(undefined)} /> : null}</Suspense>
    </Group>
  )
}
