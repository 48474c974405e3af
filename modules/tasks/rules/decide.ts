import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { addDays } from "#core/time"
import { circleOf } from "./circle.ts"
import type { TaskState } from "./states.ts"

/** What deciding needs to know of a task. */
export type Task = Readonly<{
  id: Id
  title: string
  state: TaskState
  /** The party it is kept to; null is shared. */
  privateTo: Id | null
  partyId: Id
  dueOn: PlainDate | null
  closedOn: PlainDate | null
  waitsFor: readonly Id[]
  isOptional: boolean
  needsEvidence: boolean
}>

type Known = Pick<Task, "id" | "title" | "state" | "waitsFor">

/** Of these, what a task still waits for: a skipped task holds nobody up. */
export const heldUpBy = <T extends Known>({ waitsFor }: Pick<Task, "waitsFor">, known: readonly T[]): readonly T[] =>
  known.filter(({ id, state }) => state === "open" && waitsFor.includes(id))

const titlesOf = (tasks: readonly Pick<Task, "title">[]): readonly string[] => tasks.map(({ title }) => title)

type Closing = Readonly<{ state: TaskState; closedOn: PlainDate }>

/** Whether it can be done now: once everything it waits for is done or skipped. */
export const decideDoable = (
  task: Pick<Task, "state" | "waitsFor">,
  known: readonly Known[],
): true | Refusal<"task-closed" | "waits-for"> => {
  if (task.state !== "open") return refuse("task-closed", { state: task.state })
  const held = heldUpBy(task, known)
  return held.length === 0 || refuse("waits-for", { names: titlesOf(held) })
}

export const decideDone = (
  task: Task,
  {
    doneOn,
    today,
    known,
    hasEvidence,
  }: Readonly<{ doneOn: PlainDate; today: PlainDate; known: readonly Known[]; hasEvidence: boolean }>,
): Closing | Refusal<"task-closed" | "waits-for" | "done-in-future" | "task-evidence-needed"> => {
  const doable = decideDoable(task, known)
  if (doable !== true) return doable
  if (doneOn > today) return refuse("done-in-future", { field: "doneOn", today })
  if (task.needsEvidence && !hasEvidence) return refuse("task-evidence-needed", { field: "note" })
  return { state: "done", closedOn: doneOn }
}

/** What is skipped counts as settled: it holds nobody up, and those dated after it go on from that day. */
export const decideSkip = ({ state }: Pick<Task, "state">, today: PlainDate): Closing | Refusal<"task-closed"> =>
  state === "open" ? { state: "skipped", closedOn: today } : refuse("task-closed", { state })

/** It can be opened again while nothing that waited for it is done. */
export const decideReopen = (
  { id, state }: Pick<Task, "id" | "state">,
  known: readonly Known[],
): true | Refusal<"task-open" | "others-went-on"> => {
  if (state === "open") return refuse("task-open")
  const later = known.filter((other) => other.state === "done" && other.waitsFor.includes(id))
  return later.length === 0 || refuse("others-went-on", { names: titlesOf(later) })
}

/** Only what is open can be given another day, owner or order. */
export const decideChangeable = ({ state }: Pick<Task, "state">): true | Refusal<"task-closed"> =>
  state === "open" || refuse("task-closed", { state })

type Order = Readonly<{ id: Id; privateTo: Id | null; waitsFor: readonly Id[]; follows: Id | null }>
type OrderRefusal = "no-such-task" | "kept-private-from-it" | "goes-in-circles"

/**
 * What a task waits for: tasks on the same thing that all who see it see too, without a circle. Its day follows only a task of the
 * same audience, so that whoever finishes that one sees what moves.
 */
export const decideOrder = (
  { id, privateTo, waitsFor, follows }: Order,
  known: readonly Task[],
): true | Refusal<OrderRefusal> => {
  const byId = new Map(known.map((task) => [task.id, task]))
  for (const each of waitsFor) {
    const task = byId.get(each)
    if (!task) return refuse("no-such-task", { field: "waitsFor" })
    const isSeenByAll = task.privateTo === null || task.privateTo === privateTo
    if (!isSeenByAll || (each === follows && task.privateTo !== privateTo))
      return refuse("kept-private-from-it", { names: task.title })
  }
  const circle = circleOf(known, id, waitsFor)
  if (!circle) return true
  const names = [...circle, id].map((each) => byId.get(each)?.title ?? "").filter((name) => name !== "")
  return refuse("goes-in-circles", { names: names.join(" → ") })
}

/** How many days before its day somebody is told. */
export const dueSoonDays = 2

type Standing = Pick<Task, "state" | "dueOn">

/** Its day has passed and it could have been done: what waits for another is not late by itself. */
export const isOverdue = ({ state, dueOn }: Standing, isWaiting: boolean, today: PlainDate): boolean =>
  state === "open" && !isWaiting && dueOn !== null && dueOn < today

export const isDueSoon = ({ state, dueOn }: Standing, isWaiting: boolean, today: PlainDate): boolean =>
  state === "open" && !isWaiting && dueOn !== null && dueOn >= today && dueOn <= addDays(today, dueSoonDays)
