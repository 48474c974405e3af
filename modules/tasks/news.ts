import type { Id } from "#core/ids"
import { idsIn, type News, type OwnNotice } from "#platform/news"
import type { WorkspaceTx } from "#platform/tx"
import { planStarted, taskFreed, taskGiven, tasksTurned } from "./events.ts"
import { answeredFor } from "./holders.ts"
import { finishTaskByLink } from "./linkActs.ts"
import { heldUpBy, isOverdue } from "./rules.ts"
import * as store from "./store.ts"

/** Older turns are not told any more: a server that was away for a week must not flood anyone. */
const toldForDays = 3

type Row = Awaited<ReturnType<typeof store.tasksById>>[number]

/**
 * All of it is asked as the person it is for, and again before it is mailed: what a company keeps to itself reaches its people, and
 * whoever has left, or lost sight of the partnership, hears nothing.
 */
const noticeOf = (kind: string, { id, partnershipId, title, dueOn }: Row, of = dueOn ?? ""): OwnNotice => ({
  partnershipId,
  dedupeKey: `${kind} ${id} ${of}`,
  payload: { taskId: id, title, dueOn },
})

const isMine = ({ actor }: WorkspaceTx, { state, ownerId }: Row): boolean =>
  state === "open" && ownerId !== null && ownerId === actor.userId

const find = async (tx: WorkspaceTx, id: unknown): Promise<Row | undefined> =>
  (await store.tasksById(tx, [String(id)]))[0]

/** Of which the task is still there for the reader, and as this says. */
const stillThere =
  (is: (tx: WorkspaceTx, row: Row, dueOn: unknown) => boolean): NonNullable<News["areStillThere"]> =>
  async (tx, payloads) => {
    const rows = await store.tasksById(tx, idsIn(payloads, "taskId"))
    const rowOf = new Map(rows.map((row) => [row.id as unknown, row]))
    return payloads.map(({ taskId, dueOn }) => {
      const row = rowOf.get(taskId)
      return row !== undefined && is(tx, row, dueOn)
    })
  }

/** Still open, still the reader's own. */
const areStillMine = stillThere(isMine)

/** Whoever is told of a task of their own reports it done from the mail. */
const press = { act: finishTaskByLink, by: "taskId" }

const given: News = {
  kind: "task_given",
  readers: ["host", "partner"],
  usual: { inApp: true, mail: "instant" },
  on: taskGiven,
  press,
  noticeFor: async (tx, { subjectId, recordedAt }) => {
    const row = await find(tx, subjectId)
    return row && isMine(tx, row) && row.ownerId !== row.givenBy
      ? noticeOf("task_given", row, `${row.ownerId} ${recordedAt}`)
      : undefined
  },
  areStillThere: areStillMine,
}

/** What of these plans is the reader's own. */
const ownOfPlans = async (tx: WorkspaceTx, plans: readonly Id[]): Promise<readonly Row[]> =>
  (await store.openTasksOfPlans(tx, plans)).filter((row) => isMine(tx, row) && row.ownerId !== row.givenBy)

/** One line for each person, however many tasks of the plan are theirs. */
const started: News = {
  kind: "plan_started",
  readers: ["host", "partner"],
  usual: { inApp: true, mail: "instant" },
  on: planStarted,
  noticeFor: async (tx, { subjectId }) => {
    const plan = await store.findPlan(tx, subjectId)
    const own = plan ? await ownOfPlans(tx, [plan.id]) : []
    if (!plan || own.length === 0) return undefined
    return {
      ...{ partnershipId: plan.partnershipId, dedupeKey: `plan_started ${plan.id} ${tx.actor.userId}` },
      payload: { planId: plan.id, plan: plan.name, count: own.length, startsOn: plan.startsOn },
    }
  },
  areStillThere: async (tx, payloads) => {
    const own = new Set((await ownOfPlans(tx, idsIn(payloads, "planId"))).map(({ planId }) => planId as unknown))
    // News of an earlier release does not say which plan.
    return payloads.map(({ planId }) => typeof planId !== "string" || own.has(planId))
  },
}

const freed: News = {
  kind: "task_freed",
  readers: ["host", "partner"],
  usual: { inApp: true, mail: "daily" },
  on: taskFreed,
  press,
  noticeFor: async (tx, { subjectId, recordedAt }) => {
    const row = await find(tx, subjectId)
    if (!row || !isMine(tx, row)) return undefined
    const held = heldUpBy(row, await store.tasksById(tx, row.waitsFor))
    return held.length === 0 ? noticeOf("task_freed", row, recordedAt) : undefined
  },
  areStillThere: areStillMine,
}

const dueSoon: News = {
  kind: "task_due_soon",
  readers: ["host", "partner"],
  usual: { inApp: true, mail: "daily" },
  on: tasksTurned,
  press,
  noticeFor: async (tx, { recordedAt }) =>
    (await store.turnedAt(tx, "due_soon", recordedAt, toldForDays))
      .filter((row) => isMine(tx, row))
      .map((row) => noticeOf("task_due_soon", row)),
  areStillThere: stillThere((tx, row, dueOn) => isMine(tx, row) && row.dueOn === dueOn && String(dueOn) >= tx.today),
}

/** What nobody holds, or whoever has left, is told to whoever answers for it. */
const overdue: News = {
  kind: "task_overdue",
  readers: ["host", "partner"],
  usual: { inApp: true, mail: "daily" },
  on: tasksTurned,
  noticeFor: async (tx, { recordedAt }) =>
    (await answeredFor(tx, await store.turnedAt(tx, "overdue", recordedAt, toldForDays))).map((row) =>
      noticeOf("task_overdue", row),
    ),
  areStillThere: async (tx, payloads) => {
    const rows = await store.tasksById(tx, idsIn(payloads, "taskId"))
    const late = rows.filter((row) => isOverdue(row, false, tx.today))
    const mine = new Map((await answeredFor(tx, late)).map((row) => [row.id as unknown, row]))
    return payloads.map(({ taskId, dueOn }) => mine.get(taskId)?.dueOn === dueOn && mine.has(taskId))
  },
}

export const news = [given, started, freed, dueSoon, overdue]
