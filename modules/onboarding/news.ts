import type { Id } from "#core/ids"
import { ownersOf } from "#modules/partnerships"
import { taskDone, tasksById, tasksOfPlans, tasksTurned, turnedAt } from "#modules/tasks"
import { peopleOfParty, stillHere } from "#modules/workspaces"
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

/** As long as of any task. */
const toldForDays = 3

/** Whoever looks after the partnership hears which step holds the onboarding up; of their own, and of what nobody holds, they hear as of any task. */
const stuck: News = {
  kind: "onboarding_stuck",
  readers: ["host"],
  usual: { inApp: true, mail: "daily" },
  on: tasksTurned,
  noticeFor: async (tx, { recordedAt }) => {
    const me = tx.actor.userId
    const held = (await turnedAt(tx, "overdue", recordedAt, toldForDays)).filter(
      ({ planId, ownerId }) => planId !== null && ownerId !== null && ownerId !== me,
    )
    const [onboardings, lookedAfterBy, here] = await Promise.all([
      store.onboardingsOfPlans(
        tx,
        held.flatMap(({ planId }) => planId ?? []),
      ),
      ownersOf(
        tx,
        held.map(({ partnershipId }) => partnershipId),
      ),
      stillHere(
        tx,
        held.flatMap(({ ownerId }) => ownerId ?? []),
      ),
    ])
    const ofPlan = new Map(onboardings.map((each) => [each.planId, each]))
    return held.flatMap(({ id, partnershipId, planId, ownerId, title, dueOn }) => {
      const onboarding = ofPlan.get(planId ?? "")
      const isMine = lookedAfterBy.get(partnershipId) === me && here.has(ownerId ?? "")
      if (!isMine || !onboarding || onboarding.givenUpAt !== null) return []
      const payload = { onboardingId: onboarding.id, taskId: id, title, dueOn }
      return [{ partnershipId, dedupeKey: `onboarding_stuck ${id} ${dueOn}`, payload }]
    })
  },
  areStillThere: async (tx, payloads) => {
    const tasks = await tasksById(tx, idsIn(payloads, "taskId"))
    const open = new Map(tasks.filter(({ state }) => state === "open").map((task) => [task.id as unknown, task.dueOn]))
    return payloads.map(({ taskId, dueOn }) => open.has(taskId) && open.get(taskId) === dueOn)
  },
}

export const news = [opened, stuck]
