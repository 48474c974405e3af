import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { workdaysOf } from "#platform/business-calendar"
import type { WorkspaceTx } from "#platform/tx"
import { taskFreed, taskReDated } from "./events.ts"
import { datesOf, forecastDays, heldUpBy } from "./rules.ts"
import * as store from "./store.ts"

/** One task, and everything else there is to do about the same thing, all of it locked. */
export type Board = Readonly<{ task: store.TaskRow; all: readonly store.TaskRow[]; version: number }>

export const lockBoard = async (tx: WorkspaceTx, { task: id }: { task: Id }): Promise<Board | undefined> => {
  const found = await store.findTask(tx, id)
  if (!found) return undefined
  const all = await store.lockTasksOf(tx, { kind: found.subjectKind, id: found.subjectId })
  const task = all.find((each) => each.id === id)
  return task && { task, all, version: task.version }
}

type Told = Omit<store.TurnedTask, "partyId" | "ownerId">

/** What an event says of a task, and who may read it. */
export const told = ({ id, partnershipId, title, owedBy, dueOn, visibility }: Told) =>
  ({ subjectId: id, partnershipId, visibility, payload: { title, owedBy, dueOn } }) as const

/** The same, for whoever the task belongs to. */
export const toldTo = ({ ownerId, ...task }: Told & Pick<store.TurnedTask, "ownerId">) => ({
  ...told(task),
  concerns: ownerId === null ? [] : [ownerId],
})

/** The days of all tasks on one thing as their plans' starts and what was done make them. */
export const reckon = async (
  tx: WorkspaceTx,
  all: readonly store.TaskRow[],
  startOf?: ReadonlyMap<Id, PlainDate>,
): Promise<ReadonlyMap<Id, PlainDate | null>> => {
  const starts =
    startOf ??
    (await store.startsOf(
      tx,
      all.flatMap(({ planId }) => planId ?? []),
    ))
  const planOf = new Map(all.map(({ id, planId }) => [id, planId]))
  return datesOf(all, (id) => starts.get(planOf.get(id) ?? "") ?? null, workdaysOf)
}

/** Gives every open task the day it has now, and records each that moved with what moved it; says how many. */
export const reDateAll = async (
  tx: WorkspaceTx,
  all: readonly store.TaskRow[],
  because: string,
  startOf?: ReadonlyMap<Id, PlainDate>,
): Promise<number> => {
  const days = await reckon(tx, all, startOf)
  const moved = all
    .map((task) => ({ task, dueOn: days.get(task.id) ?? null }))
    .filter(({ task, dueOn }) => task.state === "open" && task.dueOn !== dueOn)
  for (const { task, dueOn } of moved) await store.saveTask(tx, task.id, { dueOn })
  await tx.recordBatch(
    taskReDated,
    moved.map(({ task, dueOn }) => {
      const { payload, ...draft } = told({ ...task, dueOn })
      return { ...draft, payload: { ...payload, before: task.dueOn, because } }
    }),
  )
  return moved.length
}

/** Those that waited for a task alone can be done now; whoever has one of them is told. */
export const recordFreed = async (tx: WorkspaceTx, closed: Id, all: readonly store.TaskRow[]): Promise<void> => {
  const now = all.map((task) => (task.id === closed ? { ...task, state: "done" as const } : task))
  for (const task of now)
    if (task.state === "open" && task.waitsFor.includes(closed) && heldUpBy(task, now).length === 0)
      await tx.record(taskFreed, toldTo(task))
}

/** The last day of each plan as things stand; null where none of its tasks has a day. */
export const forecastOf = (
  tx: WorkspaceTx,
  tasks: readonly store.TaskRow[],
  startOf: ReadonlyMap<Id, PlainDate>,
): ReadonlyMap<Id, PlainDate | null> => {
  const planOf = new Map(tasks.map(({ id, planId }) => [id, planId]))
  const days = forecastDays(tasks, (id) => startOf.get(planOf.get(id) ?? "") ?? null, workdaysOf, tx.today)
  const last = new Map<Id, PlainDate | null>()
  for (const { id, planId, state, closedOn } of tasks) {
    const day = state === "open" ? (days.get(id) ?? null) : closedOn
    const before = last.get(planId ?? "") ?? null
    if (planId !== null) last.set(planId, before === null || (day !== null && day > before) ? day : before)
  }
  return last
}
