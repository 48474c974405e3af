import type { News, OwnNotice } from "#platform/news"
import type { WorkspaceTx } from "#platform/tx"
import { planStarted, taskFreed, taskGiven, tasksTurned } from "./events.ts"
import { answeredFor } from "./holders.ts"
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

/** Still open, still the reader's own. */
const isStillMine: News["isStillThere"] = async (tx, { taskId }) => {
  const row = await find(tx, taskId)
  return row !== undefined && isMine(tx, row)
}

const given: News = {
  kind: "task_given",
  readers: ["host", "partner"],
  usual: { inApp: true, mail: "instant" },
  on: taskGiven,
  noticeFor: async (tx, { subjectId, recordedAt }) => {
    const row = await find(tx, subjectId)
    return row && isMine(tx, row) && row.ownerId !== row.givenBy
      ? noticeOf("task_given", row, `${row.ownerId} ${recordedAt}`)
      : undefined
  },
  isStillThere: isStillMine,
}

/** What of a plan is the reader's own. */
const ownOfPlan = async (tx: WorkspaceTx, plan: store.PlanRow): Promise<readonly Row[]> =>
  (await store.tasksOf(tx, { kind: plan.subjectKind, id: plan.subjectId })).filter(
    (row) => row.planId === plan.id && isMine(tx, row) && row.ownerId !== row.givenBy,
  )

/** One line for each person, however many tasks of the plan are theirs. */
const started: News = {
  kind: "plan_started",
  readers: ["host", "partner"],
  usual: { inApp: true, mail: "instant" },
  on: planStarted,
  noticeFor: async (tx, { subjectId }) => {
    const plan = await store.findPlan(tx, subjectId)
    const own = plan ? await ownOfPlan(tx, plan) : []
    if (!plan || own.length === 0) return undefined
    return {
      ...{ partnershipId: plan.partnershipId, dedupeKey: `plan_started ${plan.id} ${tx.actor.userId}` },
      payload: { planId: plan.id, plan: plan.name, count: own.length, startsOn: plan.startsOn },
    }
  },
  isStillThere: async (tx, { planId }) => {
    // News of an earlier release does not say which plan.
    if (typeof planId !== "string") return true
    const plan = await store.findPlan(tx, planId)
    return plan !== undefined && (await ownOfPlan(tx, plan)).length > 0
  },
}

const freed: News = {
  kind: "task_freed",
  readers: ["host", "partner"],
  usual: { inApp: true, mail: "daily" },
  on: taskFreed,
  noticeFor: async (tx, { subjectId, recordedAt }) => {
    const row = await find(tx, subjectId)
    if (!row || !isMine(tx, row)) return undefined
    const held = heldUpBy(row, await store.tasksById(tx, row.waitsFor))
    return held.length === 0 ? noticeOf("task_freed", row, recordedAt) : undefined
  },
  isStillThere: isStillMine,
}

const dueSoon: News = {
  kind: "task_due_soon",
  readers: ["host", "partner"],
  usual: { inApp: true, mail: "daily" },
  on: tasksTurned,
  noticeFor: async (tx, { recordedAt }) =>
    (await store.turnedAt(tx, "due_soon", recordedAt, toldForDays))
      .filter((row) => isMine(tx, row))
      .map((row) => noticeOf("task_due_soon", row)),
  isStillThere: async (tx, { taskId, dueOn }) => {
    const row = await find(tx, taskId)
    return row !== undefined && isMine(tx, row) && row.dueOn === dueOn && String(dueOn) >= tx.today
  },
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
  isStillThere: async (tx, { taskId, dueOn }) => {
    const row = await find(tx, taskId)
    return (
      row !== undefined &&
      row.dueOn === dueOn &&
      isOverdue(row, false, tx.today) &&
      (await answeredFor(tx, [row])).length > 0
    )
  },
}

export const news = [given, started, freed, dueSoon, overdue]
