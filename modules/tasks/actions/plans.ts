import { isRefusal, refuse } from "#core/refusal"
import { action } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { reckon, reDateAll, told } from "../board.ts"
import * as contract from "../contract.ts"
import { planMoved, planStarted, taskCreated } from "../events.ts"
import { mayEditPlans } from "../policy.ts"
import { mostTasks, openBefore } from "../rules.ts"
import { readStart, type Starting, tasksToMake } from "../starting.ts"
import * as store from "../store.ts"

const load = (tx: WorkspaceTx, asked: Starting, { contributed }: Parameters<typeof readStart>[2]) =>
  readStart(tx, asked, { contributed })

export const previewPlan = action(contract.previewPlan, {
  load,
  may: mayEditPlans,
  act: async ({ tx }, start, { startsOn }) => {
    const tasks = await tasksToMake(tx, start, startsOn)
    if (isRefusal(tasks)) return tasks
    return {
      items: tasks.map(({ title, partyId, ownerName, privateTo, dueOn }) => ({
        ...{ title, ownerName, dueOn, isPrivate: privateTo !== null },
        side: partyId === tx.actor.workspaceId ? ("host" as const) : ("partner" as const),
      })),
    }
  },
})

export const startPlan = action(contract.startPlan, {
  load,
  may: mayEditPlans,
  act: async ({ tx, actor }, start, { startsOn, name = start.template.name }) => {
    const tasks = await tasksToMake(tx, start, startsOn)
    if (isRefusal(tasks)) return tasks
    const { subject, kind, template } = start
    const known = await store.lockTasksOf(tx, { kind, id: subject.id })
    if (known.length + tasks.length > mostTasks) return refuse("too-many-tasks")
    const about = { partnershipId: subject.partnershipId, subjectKind: kind, subjectId: subject.id }
    const plan = await store.insertPlan(tx, {
      ...{ ...about, id: newId(), privateTo: subject.privateTo, templateId: template.id, edition: template.edition },
      ...{ name, startsOn, startedBy: actor.userId ?? null },
    })
    const last = Math.max(0, ...known.map(({ position }) => position))
    const made = await store.insertTasks(
      tx,
      tasks.map((task, at) => ({ ...about, ...task, planId: plan.id, position: last + at + 1 })),
    )
    await tx.recordBatch(taskCreated, made.map(told))
    await tx.record(planStarted, {
      ...{ subjectId: plan.id, partnershipId: subject.partnershipId, visibility: plan.visibility },
      concerns: [...new Set(made.flatMap(({ ownerId }) => ownerId ?? []))],
      payload: { name, startsOn, tasks: made.length, edition: template.edition },
    })
    return { ...plan, tasks: made.length }
  },
})

/** A plan with everything there is to do about the same thing. */
const tasksAround = (tx: WorkspaceTx, { subjectKind, subjectId }: store.PlanRow) =>
  store.lockTasksOf(tx, { kind: subjectKind, id: subjectId })

export const previewMove = action(contract.previewMove, {
  load: (tx, { plan }) => store.findPlan(tx, plan),
  may: mayEditPlans,
  act: async ({ tx }, plan, { startsOn }) => {
    const all = await store.tasksOf(tx, { kind: plan.subjectKind, id: plan.subjectId })
    const starts = await store.startsOf(
      tx,
      all.flatMap(({ planId }) => planId ?? []),
    )
    const days = await reckon(tx, all, new Map([...starts, [plan.id, startsOn]]))
    const own = all.filter(({ planId }) => planId === plan.id)
    const moved = all.filter(({ id, dueOn, state }) => state === "open" && (days.get(id) ?? null) !== dueOn)
    return {
      items: moved.map(({ id, title, dueOn }) => ({ id, title, from: dueOn, to: days.get(id) ?? null })),
      stays: own.filter(({ id }) => !moved.some((each) => each.id === id)).length,
      early: openBefore(own, days, startsOn).map(({ id, title, dueOn }) => ({ id, title, dueOn })),
    }
  },
})

export const movePlan = action(contract.movePlan, {
  load: (tx, { plan }) => store.lockPlan(tx, plan),
  may: mayEditPlans,
  act: async ({ tx }, plan, { startsOn }) => {
    const all = await tasksAround(tx, plan)
    const saved = startsOn === plan.startsOn ? plan : await store.savePlan(tx, plan.id, { startsOn })
    const moved = await reDateAll(tx, all, plan.name)
    if (saved !== plan)
      await tx.record(planMoved, {
        ...{ subjectId: plan.id, partnershipId: plan.partnershipId, visibility: plan.visibility },
        payload: { name: plan.name, before: plan.startsOn, startsOn, moved },
      })
    return { ...saved, tasks: all.filter(({ planId }) => planId === plan.id).length }
  },
})
