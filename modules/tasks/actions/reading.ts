import { partyOf } from "#core/actor"
import { isRefusal } from "#core/refusal"
import { findPartnership, partyMeant } from "#modules/partnerships"
import { peopleOfParty } from "#modules/workspaces"
import { action, nothing, whoeverSeesIt } from "#platform/action"
import { findSubject } from "#platform/subject"
import * as contract from "../contract.ts"
import { mayEditPlans, mayPlan } from "../policy.ts"
import * as store from "../store.ts"
import { taskView, taskViews } from "../view.ts"

export const listTasks = action(contract.listTasks, {
  load: nothing,
  may: whoeverSeesIt,
  act: async ({ tx }, _nothing, filter) => {
    const { items, next } = await store.listTasks(tx, filter)
    return { items: await taskViews(tx, items), next }
  },
})

export const getTask = action(contract.getTask, {
  load: (tx, { task }) => store.findTask(tx, task),
  may: whoeverSeesIt,
  act: ({ tx }, row) => taskView(tx, row),
})

/** How far something is: what is skipped is settled, too. */
const progress = (tasks: readonly Pick<store.TaskRow, "state">[]) => ({
  done: tasks.filter(({ state }) => state !== "open").length,
  tasks: tasks.length,
})

export const getTasksOf = action(contract.getTasksOf, {
  load: (tx, { subjectKind, subjectId }, { contributed }) =>
    findSubject(tx, contributed.subjects, { kind: subjectKind, id: subjectId }),
  may: whoeverSeesIt,
  act: async ({ tx, actor, today }, { name, partnershipId, privateTo }, { subjectKind: kind, subjectId: id }) => {
    const [rows, plans] = await Promise.all([store.tasksOf(tx, { kind, id }), store.plansOf(tx, { kind, id })])
    const isPrivate = privateTo !== null
    return {
      today,
      subjectName: name,
      partnershipId,
      items: await taskViews(tx, rows),
      plans: plans.map((plan) => ({
        ...{ id: plan.id, name: plan.name, edition: plan.edition, startsOn: plan.startsOn, version: plan.version },
        ...progress(rows.filter(({ planId }) => planId === plan.id)),
      })),
      done: progress(rows).done,
      abilities: {
        createForHost:
          isPrivate && privateTo !== actor.workspaceId
            ? "not-your-task"
            : mayPlan(actor, { partyId: actor.workspaceId }),
        createForPartner:
          isPrivate && privateTo === actor.workspaceId
            ? "kept-to-one-party"
            : mayPlan(actor, { partyId: partyOf(actor) }),
        startPlan: mayEditPlans(actor),
      },
    }
  },
})

export const listTaskOwners = action(contract.listTaskOwners, {
  load: async (tx, { partnership: id, side, party }) => {
    const partnership = await findPartnership(tx, id)
    if (!partnership) return undefined
    const own = tx.actor.kind === "partner-user" && side === "partner" ? tx.actor.organizationId : undefined
    return { partyId: await partyMeant(tx, partnership, side, party ?? own) }
  },
  may: (actor, { partyId }) => mayPlan(actor, { partyId: isRefusal(partyId) ? partyOf(actor) : partyId }),
  act: async ({ tx, actor }, { partyId }) => {
    if (isRefusal(partyId)) return partyId
    const people = await peopleOfParty(tx, partyId)
    return { items: people.map(({ userId, name }) => ({ userId, name, isSelf: userId === actor.userId })) }
  },
})
