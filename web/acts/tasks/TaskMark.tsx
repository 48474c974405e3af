import { useTranslation } from "react-i18next"
import type { TaskView } from "#contract/tasks"
import { Mark } from "#marks/Mark"

const line = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.6,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const
const ring = <circle {...line} cx="7" cy="7" r="5" />

const looks = {
  open: { tone: "calm", shape: ring },
  waiting: { tone: "calm", shape: <path {...line} d="M5 4v6M9 4v6" /> },
  overdue: {
    tone: "bad",
    shape: (
      <>
        {ring}
        <path {...line} d="M7 4.4V7l1.7 1.2" />
      </>
    ),
  },
  done: { tone: "good", shape: <path {...line} d="M2.5 7.5l3 3 6-7" /> },
  skipped: { tone: "calm", shape: <path {...line} d="M3 7h8" /> },
} as const

export type Stand = keyof typeof looks

/** Where a task stands: what waits for another is not overdue. */
export const standOf = ({ state, isWaiting, isOverdue }: Pick<TaskView, "state" | "isWaiting" | "isOverdue">): Stand =>
  state === "open" ? (isWaiting ? "waiting" : isOverdue ? "overdue" : "open") : state

/** Where a task stands: shape, word and colour. */
export const TaskMark = ({ task }: { task: Pick<TaskView, "state" | "isWaiting" | "isOverdue"> }) => {
  const { t } = useTranslation("tasks")
  const stand = standOf(task)
  return (
    <Mark tone={looks[stand].tone} shape={looks[stand].shape}>
      {t(`state.${stand}`)}
    </Mark>
  )
}
