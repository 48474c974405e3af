import { z } from "zod"
import { event } from "#platform/event"

/** Shared tasks are both sides' to read, private ones their party's: each event says which. */
const task = { subject: "task", visibility: "stated" } as const
const about = { title: z.string(), owedBy: z.string(), dueOn: z.string().nullable() }

export const taskCreated = event("task.created", { ...task, payload: about })
export const taskChanged = event("task.changed", {
  ...task,
  payload: { ...about, before: z.record(z.string(), z.unknown()) },
})
/** Somebody was given a task by somebody else. */
export const taskGiven = event("task.given", { ...task, payload: about })
export const taskDone = event("task.done", { ...task, payload: { ...about, closedOn: z.string() } })
export const taskSkipped = event("task.skipped", {
  ...task,
  payload: { ...about, closedOn: z.string(), reason: z.string() },
})
export const taskReopened = event("task.reopened", { ...task, payload: about })
/** By hand, or because of what it follows: then `because` names it. */
export const taskReDated = event("task.re_dated", {
  ...task,
  payload: { ...about, before: z.string().nullable(), because: z.string().optional() },
})
/** The last of what it waited for is done or skipped. */
export const taskFreed = event("task.freed", { ...task, payload: about })
export const taskOverdue = event("task.overdue", { ...task, payload: about })

const plan = { subject: "plan", visibility: "stated" } as const
export const planStarted = event("plan.started", {
  ...plan,
  payload: { name: z.string(), startsOn: z.string(), tasks: z.number(), edition: z.number() },
})
export const planMoved = event("plan.moved", {
  ...plan,
  payload: { name: z.string(), before: z.string(), startsOn: z.string(), moved: z.number() },
})

const template = {
  subject: "plan_template",
  visibility: "host",
  payload: { name: z.string(), edition: z.number() },
} as const
export const templateCreated = event("plan_template.created", template)
export const templateEdited = event("plan_template.edited", template)
export const templateArchived = event("plan_template.archived", template)
export const templateRestored = event("plan_template.restored", template)

/** The days of tasks were looked at: one for each batch that came near or passed, for those who listen. */
export const tasksTurned = event("tasks.turned", {
  subject: "workspace",
  visibility: "stated",
  payload: { what: z.enum(["due_soon", "overdue"]), count: z.number() },
})

export const events = [
  ...[taskCreated, taskChanged, taskGiven, taskDone, taskSkipped, taskReopened, taskReDated, taskFreed, taskOverdue],
  ...[planStarted, planMoved, templateCreated, templateEdited, templateArchived, templateRestored, tasksTurned],
]
