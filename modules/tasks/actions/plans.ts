import { isRefusal } from "#core/refusal"
import { action } from "#platform/action"
import type { WorkspaceTx } from "#platform/tx"
import { reckon, reDateAll } from "../board.ts"
import * as contract from "../contract.ts"
import { planMoved } from "../events.ts"
import { mayEditPlans } from "../policy.ts"
import { type Grant, openBefore } from "../rules.ts"
import { readStart, type Starting, startOn, tasksToMake } from "../starting.ts"
import * as store from "../store.ts"

const grantLine = (grant: Grant) => ({ opens: grant.opens, name: grant.opens === "resource" ? grant.name : null })

const load = (tx: WorkspaceTx, asked: Starting, { contributed }: Parameters<typeof readStart>[2]) =>
  readStart(tx, asked, { contributed })

export const previewPlan = action(contract.previewPlan, {
  load,
  may: mayEditPlans,
  act: async ({ tx }, start, { startsOn }) => {
    const tasks = await tasksToMake(tx, start, startsOn)
    if (isRefusal(tasks)) return tasks
    return {
      items: tasks.map(({ title, partyId, ownerName, privateTo, dueOn, grants }) => ({
        ...{ title, ownerName, dueOn, isPrivate: privateTo !== null, grants: grants.map(grantLine) },
        side: partyId === tx.actor.workspaceId ? ("host" as const) : ("partner" as const),
      })),
    }
  },
})

export const startPlan = action(contract.startPlan, {
  load,
  may: mayEditPlans,
  act: async ({ tx }, start, { startsOn, name }) => {
    const started = await startOn(tx, start, { startsOn, name })
    return isRefusal(started) ? started : { ...started.plan, tasks: started.tasks.length }
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
