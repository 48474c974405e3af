import type { System } from "#core/actor"
import { stillHere } from "#modules/workspaces"
import type { News, Notice } from "#platform/news"
import type { Tx } from "#platform/tx"
import { planStarted, taskFreed, taskGiven, tasksTurned } from "./events.ts"
import { heldUpBy } from "./rules.ts"
import * as store from "./store.ts"

/** Older turns are not told any more: a server that was away for a week must not flood anyone. */
const toldForDays = 3

type Row = Awaited<ReturnType<typeof store.tasksById>>[number]

const noticeOf = (kind: string, { id, partnershipId, title, dueOn, ownerId }: Row, of = dueOn ?? ""): Notice => ({
  ...(ownerId === null ? {} : { userId: ownerId }),
  partnershipId,
  dedupeKey: `${kind} ${id} ${of}`,
  payload: { taskId: id, title, dueOn },
})

/** Those that somebody who is still here holds. */
const held = async (tx: Tx<System>, rows: readonly Row[]): Promise<readonly Row[]> => {
  const here = await stillHere(
    tx,
    rows.flatMap(({ ownerId }) => ownerId ?? []),
  )
  return rows.filter(({ ownerId }) => ownerId !== null && here.has(ownerId))
}

const until = (dueOn: unknown): string => (typeof dueOn === "string" ? `, due on ${dueOn}` : "")

const given: News = {
  kind: "task_given",
  usual: { inApp: true, mail: "instant" },
  on: taskGiven,
  noticesOf: async (tx, { subjectId, recordedAt }) =>
    (await held(tx, await store.tasksById(tx, [subjectId])))
      .filter(({ state, ownerId, givenBy }) => state === "open" && ownerId !== givenBy)
      .map((row) => noticeOf("task_given", row, `${row.ownerId} ${recordedAt}`)),
  sentence: ({ partnershipName, payload }) =>
    `You were given a task with ${partnershipName}: "${payload.title}"${until(payload.dueOn)}.`,
  because: "somebody gave you a task",
}

/** One line for each person, however many tasks of the plan are theirs. */
const started: News = {
  kind: "plan_started",
  usual: { inApp: true, mail: "instant" },
  on: planStarted,
  noticesOf: async (tx, { subjectId }) => {
    const plan = await store.findPlan(tx, subjectId)
    if (!plan) return []
    const rows = await store.tasksOf(tx, { kind: plan.subjectKind, id: plan.subjectId })
    const theirs = (await held(tx, rows)).filter(
      ({ planId, state, ownerId, givenBy }) => planId === plan.id && state === "open" && ownerId !== givenBy,
    )
    return [...Map.groupBy(theirs, ({ ownerId }) => ownerId ?? "")].map(([userId, tasks]) => ({
      ...{ userId, partnershipId: plan.partnershipId, dedupeKey: `plan_started ${plan.id} ${userId}` },
      payload: { plan: plan.name, count: tasks.length, startsOn: plan.startsOn },
    }))
  },
  sentence: ({ partnershipName, payload }) =>
    `The plan "${payload.plan}" with ${partnershipName} starts on ${payload.startsOn}; tasks that are yours: ${payload.count}.`,
  because: "tasks of a plan were given to you",
}

const freed: News = {
  kind: "task_freed",
  usual: { inApp: true, mail: "daily" },
  on: taskFreed,
  noticesOf: async (tx, { subjectId, recordedAt }) => {
    const rows = await held(tx, await store.tasksById(tx, [subjectId]))
    const before = await store.tasksById(
      tx,
      rows.flatMap(({ waitsFor }) => waitsFor),
    )
    return rows
      .filter((row) => row.state === "open" && heldUpBy(row, before).length === 0)
      .map((row) => noticeOf("task_freed", row, recordedAt))
  },
  sentence: ({ partnershipName, payload }) =>
    `Your turn with ${partnershipName}: nothing holds up "${payload.title}" any more${until(payload.dueOn)}.`,
  because: "a task of yours waited for others",
}

const dueSoon: News = {
  kind: "task_due_soon",
  usual: { inApp: true, mail: "daily" },
  on: tasksTurned,
  noticesOf: async (tx, { recordedAt }) =>
    (await held(tx, await store.turnedAt(tx, "due_soon", recordedAt, toldForDays))).map((row) =>
      noticeOf("task_due_soon", row),
    ),
  sentence: ({ partnershipName, payload }) => `Due on ${payload.dueOn}: "${payload.title}", with ${partnershipName}.`,
  because: "a task of yours is due soon",
}

/** What nobody holds, or whoever has left, is told to whoever looks after the partnership. */
const overdue: News = {
  kind: "task_overdue",
  usual: { inApp: true, mail: "daily" },
  on: tasksTurned,
  noticesOf: async (tx, { recordedAt }) => {
    const rows = await store.turnedAt(tx, "overdue", recordedAt, toldForDays)
    const theirs = new Set(await held(tx, rows))
    return rows.map((row) => noticeOf("task_overdue", theirs.has(row) ? row : { ...row, ownerId: null }))
  },
  sentence: ({ partnershipName, payload }) =>
    `Overdue since ${payload.dueOn}: "${payload.title}", with ${partnershipName}.`,
  because: "a task of yours, or of nobody in a partnership you own, is overdue",
}

export const news = [given, started, freed, dueSoon, overdue]
