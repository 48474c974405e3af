import { isRefusal } from "#core/refusal"
import { findPartnership } from "#modules/partnerships"
import { action, whoeverSeesIt } from "#platform/action"
import { newId } from "#platform/ids"
import { listVisits, planVisit } from "./contract.ts"
import { visitPlanned } from "./events.ts"
import { mayPlanVisit } from "./policy.ts"
import { decidePlan } from "./rules.ts"
import { visits, visitsOf } from "./store.ts"

const plan = action(planVisit, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: mayPlanVisit,
  act: async ({ tx, today }, { id: partnershipId }, { plannedOn, purpose }) => {
    const allowed = decidePlan(plannedOn, today)
    if (isRefusal(allowed)) return allowed
    const visit = await visits.insert(tx, { id: newId(), partnershipId, plannedOn, purpose })
    await tx.record(visitPlanned, { subjectId: visit.id, partnershipId, payload: { plannedOn, purpose } })
    return visit
  },
})

const list = action(listVisits, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx }, { id }) => ({ items: await visitsOf(tx, id) }),
})

export const actions = [plan, list]
