import type { Id } from "#core/ids"
import { ownersOf } from "#modules/partnerships"
import { taskDone, taskOverdue, tasksById, tasksOfPlans } from "#modules/tasks"
import { peopleOfParty } from "#modules/workspaces"
import { idsIn, type News } from "#platform/news"
import type { WorkspaceTx } from "#platform/tx"
import { registrationOpened } from "./events.ts"
import { closingSteps } from "./gate.ts"
import * as store from "./store.ts"

/** The onboarding that a task is a step of. */
const ofTask = async (tx: WorkspaceTx, taskId: Id) => {
  const [task] = await tasksById(tx, [taskId])
  const [onboarding] = task?.planId ? await store.onboardingsOfPlans(tx, [task.planId]) : []
  return task && onboarding && onboarding.givenUpAt === null ? { task, onboarding } : undefined
}

/** Of these, in which the registration of deals is open. */
const areOpen = async (tx: WorkspaceTx, ids: readonly Id[]): Promise<ReadonlySet<unknown>> => {
  const rows = await store.onboardingsById(tx, ids)
  const tasks = await tasksOfPlans(
    tx,
    rows.map(({ planId }) => planId),
  )
  const open = rows.filter(
    (row) =>
      closingSteps(
        [row],
        tasks.filter(({ planId }) => planId === row.planId),
      ).length === 0,
  )
  return new Set(open.map(({ id }) => id))
}

/** Whoever of the partner registers deals hears that they may from now on. */
const opened: News = {
  kind: "registration_opened",
  readers: ["partner"],
  usual: { inApp: true, mail: "instant" },
  on: [taskDone, registrationOpened],
  noticesOf: async (tx, { subjectId }) => {
    const [byHand] = await store.onboardingsById(tx, [subjectId])
    const step = byHand ? undefined : await ofTask(tx, subjectId)
    const onboarding = byHand ?? step?.onboarding
    if (!onboarding) return []
    if (step && !step.task.grants.some(({ opens }) => opens === "deal_registration")) return []
    const people = await peopleOfParty(tx, onboarding.partyId)
    return people
      .filter(({ role }) => role === "partner_admin" || role === "seller")
      .map(({ userId }) => ({
        ...{ userId, partnershipId: onboarding.partnershipId },
        dedupeKey: `registration_opened ${onboarding.id} ${userId}`,
        payload: { onboardingId: onboarding.id },
      }))
  },
  areStillThere: async (tx, payloads) => {
    const open = await areOpen(tx, idsIn(payloads, "onboardingId"))
    return payloads.map(({ onboardingId }) => open.has(onboardingId))
  },
}

/** Whoever looks after the partnership hears which step holds the onboarding up; of their own steps they hear as of any task. */
const stuck: News = {
  kind: "onboarding_stuck",
  readers: ["host"],
  usual: { inApp: true, mail: "daily" },
  on: taskOverdue,
  noticesOf: async (tx, { subjectId }) => {
    const step = await ofTask(tx, subjectId)
    if (!step) return []
    const { task, onboarding } = step
    const userId = (await ownersOf(tx, [task.partnershipId])).get(task.partnershipId)
    if (userId === undefined || task.ownerId === userId || task.ownerId === null) return []
    const { id, title, dueOn } = task
    return [
      {
        ...{ userId, partnershipId: task.partnershipId, dedupeKey: `onboarding_stuck ${id} ${dueOn}` },
        payload: { onboardingId: onboarding.id, taskId: id, title, dueOn },
      },
    ]
  },
  areStillThere: async (tx, payloads) => {
    const tasks = await tasksById(tx, idsIn(payloads, "taskId"))
    const open = new Map(tasks.filter(({ state }) => state === "open").map((task) => [task.id as unknown, task.dueOn]))
    return payloads.map(({ taskId, dueOn }) => open.has(taskId) && open.get(taskId) === dueOn)
  },
}

export const news = [opened, stuck]
