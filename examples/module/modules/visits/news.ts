import type { News } from "#platform/news"
import { visitPlanned } from "./events.ts"
import { visits } from "./store.ts"

const planned: News = {
  kind: "visit_planned",
  readers: ["host"],
  usual: { inApp: true, mail: "daily" },
  on: visitPlanned,
  noticesOf: async (tx, { subjectId }) => {
    const visit = await visits.find(tx, subjectId)
    if (!visit) return []
    const { id, partnershipId, plannedOn, purpose } = visit
    return [{ partnershipId, dedupeKey: `visit_planned ${id}`, payload: { plannedOn, purpose } }]
  },
}

export const news = [planned]
