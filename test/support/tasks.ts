import { createTask, getTasksOf } from "#contract/tasks"
import type { Side } from "#core/actor"
import type { RequestOf } from "#core/endpoint"
import type { Id } from "#core/ids"
import type { Caller } from "./keelson.ts"

type More = Partial<RequestOf<typeof createTask>>

/** Something to do about a partnership. */
export const addTask = async (caller: Caller, partnership: Id, side: Side, title: string, more: More = {}) => {
  const answer = await caller.call(createTask, {
    subjectKind: "partnership",
    subjectId: partnership,
    side,
    title,
    ...more,
  })
  if (answer.status !== 201) throw new Error(`${title}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** So many workdays after another task. */
export const after = (task: Id, count: number) =>
  ({ due: { how: "after_task", offset: { count, unit: "workdays" }, task } }) as const

/** Everything there is to do about a partnership, by title. */
export const tasksOn = async (caller: Caller, partnership: Id) => {
  const { body } = await caller.call(getTasksOf, { subjectKind: "partnership", subjectId: partnership })
  return { ...body, byTitle: new Map(body.items.map((task) => [task.title, task])) }
}

export const codeOf = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { code?: string }).code,
]
